package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.FileProblem.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Reads the files of one item, as few as possible: what has the size and time it had is not opened. */
final class ItemReader {

    private static final Logger LOG = Logger.getLogger(ItemReader.class);

    private final ScanLimits limits;
    private final ImageProbe probe;
    private final boolean readAll;

    /** @param readAll read unchanged files as well, because the settings changed */
    ItemReader(ScanSettings settings, ScanLimits limits, boolean readAll) {
        this.limits = limits;
        this.probe = new ImageProbe(limits, settings.readExif());
        this.readAll = readAll;
    }

    ItemReading read(FoundItem item, FoundFolder folder, KnownItem known) {
        List<FileProblem> problems = new ArrayList<>();
        Map<String, ImageRow> images = new LinkedHashMap<>();
        Map<String, EmbeddedMetadata> metadata = new LinkedHashMap<>();
        item.images().forEach((suffix, file) -> {
            String path = folder.pathOf(file.name());
            ImageRow before = known == null ? null : known.images().get(suffix);
            if (before != null && before.isSameFile(path, file) && !readAll) {
                images.put(suffix, before);
                return;
            }
            try {
                ProbedImage probed = probe.probe(file);
                images.put(suffix, row(suffix, path, probed));
                metadata.put(suffix, probed.metadata());
                if (probed.metadata().unreadable() != null) {
                    problems.add(new FileProblem(
                            path, Reason.METADATA_UNREADABLE, probed.metadata().unreadable()));
                }
            } catch (BrokenFileException broken) {
                problems.add(broken.at(path));
            } catch (RuntimeException | StackOverflowError surprise) {
                // One file that nobody thought of must not keep thousands of others out.
                LOG.warnf(surprise, "Cannot read %s", file.path());
                problems.add(new FileProblem(path, Reason.CORRUPT, "The image is damaged in an unexpected way."));
            }
        });
        String primary = images.containsKey(item.primary())
                ? item.primary()
                : images.keySet().stream().findFirst().orElse(null);
        EmbeddedMetadata read = primary == null ? null : metadata.get(primary);
        List<CaptionChange> captions = primary == null
                ? List.of()
                : new CaptionSync(
                                item,
                                folder,
                                known == null ? List.of() : known.captions(),
                                limits.captionBytes(),
                                problems)
                        .changes(read == null ? null : read.captions(), readAll);
        boolean unchanged = known != null
                && !known.missing()
                && metadata.isEmpty()
                && known.images().equals(images)
                && captions.isEmpty();
        return new ItemReading(
                item, known, images, primary, read == null ? null : read.fields(), captions, problems, unchanged);
    }

    private static ImageRow row(String suffix, String path, ProbedImage probed) {
        return new ImageRow(
                suffix,
                path,
                probed.format().code(),
                probed.width(),
                probed.height(),
                probed.size(),
                probed.sha256(),
                probed.mtime());
    }
}
