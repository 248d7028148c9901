package dev.fuda.dataset.scan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scan would find, told from names alone: no file is opened.
 *
 * @param images image files
 * @param captions caption files
 * @param items images, where a pair or group counts once
 * @param pairs items of two or more images
 * @param problems files that would be reported
 * @param folders folders looked at
 * @param complete whether everything was looked at, or the time was over before
 * @param examples the first few items
 */
public record ScanPreview(
        int images,
        int captions,
        int items,
        int pairs,
        int problems,
        int folders,
        boolean complete,
        List<Example> examples) {

    private static final int EXAMPLES = 12;
    private static final int MOST_FILES = 100_000;

    /**
     * One item as it would be grouped.
     *
     * @param images file names by suffix
     * @param captions file names by subtype
     */
    public record Example(String item, Map<String, String> images, Map<String, String> captions) {}

    /** Looks at a folder for at most {@code patience}. */
    public static ScanPreview of(Path root, AllowedRoots roots, ScanSettings settings, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        FolderWalk walk = new FolderWalk(root, roots, settings.maxDepth(), ScanLimits.DEFAULT);
        Counter counter = new Counter();
        while (walk.hasNext() && System.nanoTime() < end && counter.images + counter.captions < MOST_FILES) {
            counter.add(walk.next(), settings);
        }
        return counter.preview(!walk.hasNext());
    }

    private static final class Counter {
        private int images;
        private int captions;
        private int items;
        private int pairs;
        private int problems;
        private int folders;
        private final List<Example> examples = new ArrayList<>();

        void add(FoundFolder folder, ScanSettings settings) {
            FolderGrouping.Result grouped = FolderGrouping.group(folder, settings);
            folders++;
            images += folder.images().size();
            captions += folder.captions().size();
            items += grouped.items().size();
            problems += folder.problems().size() + grouped.problems().size();
            for (FoundItem item : grouped.items()) {
                pairs += item.images().size() > 1 ? 1 : 0;
                if (examples.size() < EXAMPLES) {
                    examples.add(example(item));
                }
            }
        }

        ScanPreview preview(boolean complete) {
            return new ScanPreview(images, captions, items, pairs, problems, folders, complete, examples);
        }

        private static Example example(FoundItem item) {
            Map<String, String> images = new TreeMap<>();
            item.images().forEach((suffix, file) -> images.put(suffix, file.name()));
            Map<String, String> captions = new TreeMap<>();
            item.captions().forEach((kind, file) -> captions.put(kind.subtype(), file.name()));
            return new Example(item.groupKey(), images, captions);
        }
    }
}
