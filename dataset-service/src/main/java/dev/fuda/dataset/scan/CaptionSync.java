package dev.fuda.dataset.scan;

import dev.fuda.dataset.caption.CaptionBytes;
import dev.fuda.dataset.caption.TagStyle;
import dev.fuda.dataset.caption.TagText;
import dev.fuda.dataset.scan.CaptionChange.Text;
import dev.fuda.dataset.scan.EmbeddedMetadata.EmbeddedCaption;
import dev.fuda.dataset.scan.FileProblem.Reason;
import dev.fuda.dataset.scan.KnownItem.KnownCaption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares the captions of one item on disk with those in the index. Text that a person edited in Fuda and that is not
 * in its file yet is never overwritten: where the file changed as well, that is a conflict, recorded and shown.
 */
final class CaptionSync {

    private final FoundItem item;
    private final FoundFolder folder;
    private final List<KnownCaption> known;
    private final int mostBytes;
    private final Set<Long> seen = new HashSet<>();
    private final List<CaptionChange> changes = new ArrayList<>();
    private final List<FileProblem> problems;

    /** @param problems where to report files that are read with a reservation */
    CaptionSync(
            FoundItem item, FoundFolder folder, List<KnownCaption> known, int mostBytes, List<FileProblem> problems) {
        this.item = item;
        this.folder = folder;
        this.known = known;
        this.mostBytes = mostBytes;
        this.problems = problems;
    }

    /**
     * What has to change.
     *
     * @param embedded captions of the primary image's metadata, null when the image was not read again
     * @param readAll whether files are read whose size and time did not change
     */
    List<CaptionChange> changes(List<EmbeddedCaption> embedded, boolean readAll) {
        for (Map.Entry<CaptionKind, FoundFile> found : item.captions().entrySet()) {
            compareFile(found.getKey(), found.getValue(), readAll);
        }
        if (embedded != null) {
            embedded.forEach(this::compareEmbedded);
        }
        for (KnownCaption caption : known) {
            boolean hadSource = caption.isFromMetadata() ? embedded != null : caption.path() != null;
            if (!seen.contains(caption.id()) && hadSource && !caption.dirty() && !existsNow(caption.path())) {
                changes.add(new CaptionChange.Removed(caption.id()));
            }
        }
        return changes;
    }

    /** A caption file may have been written after the folder was listed. */
    private boolean existsNow(String path) {
        return path != null && Files.exists(folder.real().resolve(path.substring(path.lastIndexOf('/') + 1)));
    }

    private void compareFile(CaptionKind kind, FoundFile file, boolean readAll) {
        KnownCaption before = find(kind, folder.pathOf(file.name()));
        if (before != null) {
            seen.add(before.id());
            if (before.isSameFile(file) && before.baseHash() != null && !readAll) {
                return;
            }
        }
        Text text = read(before == null ? kind : before.kind(), file);
        if (text != null) {
            changes.add(decide(before, text, file));
        }
    }

    private CaptionChange decide(KnownCaption before, Text text, FoundFile file) {
        if (before == null) {
            return new CaptionChange.Added(text);
        }
        boolean settled = !before.dirty() || text.content().equals(before.content());
        if (text.hash().equals(before.baseHash()) || (before.dirty() && settled)) {
            return new CaptionChange.Touched(before.id(), text.path(), text.hash(), file.size(), file.mtime(), settled);
        }
        if (!before.dirty()) {
            return new CaptionChange.Updated(before.id(), before.baseHash(), text);
        }
        problems.add(new FileProblem(
                text.path(),
                Reason.CAPTION_CONFLICT,
                "This caption was edited in Fuda and in its file. Both are kept; choose one of them."));
        return new CaptionChange.Conflicted(before.id(), text);
    }

    private void compareEmbedded(EmbeddedCaption embedded) {
        KnownCaption before = find(embedded.kind(), null);
        Text text = new Text(
                embedded.kind(),
                embedded.content(),
                tags(embedded.kind(), embedded.content()),
                null,
                null,
                null,
                null,
                "exif",
                embedded.field());
        if (before == null) {
            changes.add(new CaptionChange.Added(text));
            return;
        }
        seen.add(before.id());
        if (before.isFromMetadata() && !before.dirty()) {
            changes.add(new CaptionChange.Updated(before.id(), before.baseHash(), text));
        }
    }

    /** The caption of this file, else the caption of this kind that has no other file. */
    private KnownCaption find(CaptionKind kind, String path) {
        for (KnownCaption caption : known) {
            if (path != null && path.equals(caption.path())) {
                return caption;
            }
        }
        for (KnownCaption caption : known) {
            if (caption.kind().equals(kind) && (caption.path() == null || isGone(caption.path()))) {
                return caption;
            }
        }
        return null;
    }

    private boolean isGone(String path) {
        return item.captions().values().stream()
                .noneMatch(file -> folder.pathOf(file.name()).equals(path));
    }

    private Text read(CaptionKind kind, FoundFile file) {
        String path = folder.pathOf(file.name());
        if (file.size() > mostBytes) {
            problems.add(new FileProblem(
                    path,
                    Reason.CAPTION_TOO_LARGE,
                    "A caption file has at most " + (mostBytes >> 20) + " MiB; this one was left out."));
            return null;
        }
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            CaptionBytes decoded = CaptionBytes.decode(bytes);
            if (!decoded.readable()) {
                problems.add(
                        new FileProblem(
                                path,
                                Reason.CAPTION_NOT_UTF8,
                                "This caption is not UTF-8; it is shown as well as can be guessed. Save it as UTF-8 to edit it here."));
            }
            return new Text(
                    kind,
                    decoded.text(),
                    tags(kind, decoded.text()),
                    path,
                    CaptionBytes.sha256(bytes),
                    (long) bytes.length,
                    file.mtime(),
                    "txt_file",
                    null);
        } catch (IOException | SecurityException unreadable) {
            problems.add(new FileProblem(
                    path,
                    Reason.UNREADABLE,
                    "The caption cannot be read: " + Objects.toString(unreadable.getMessage())));
            return null;
        }
    }

    private static List<String> tags(CaptionKind kind, String content) {
        return kind.type().equals("tags")
                ? TagText.parse(content, TagStyle.DEFAULT).tags()
                : List.of();
    }
}
