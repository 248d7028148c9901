package dev.fuda.dataset.scan;

import static dev.fuda.dataset.scan.FileProblem.Reason.CAPTION_SHARED;
import static dev.fuda.dataset.scan.FileProblem.Reason.CAPTION_WITHOUT_IMAGE;
import static dev.fuda.dataset.scan.FileProblem.Reason.INCOMPLETE_PAIR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups the files of one folder into items and pairs them with their caption files, by name alone.
 *
 * <p>Images whose names differ only in a known suffix are one item. A caption file belongs to the item whose image has
 * exactly its name, else to the item with its base name. Nothing is dropped: two images of one name (a.png, a.jpg)
 * become two items that share a caption, and a caption without an image is reported.
 */
public final class FolderGrouping {

    private final FoundFolder folder;
    private final SuffixRules rules;
    private final boolean pairs;
    private final Map<String, FoundItem> itemsByKey = new TreeMap<>();
    private final Map<String, List<FoundItem>> itemsByStem = new TreeMap<>();
    private final Map<String, List<FoundItem>> itemsByBase = new TreeMap<>();
    private final List<FileProblem> problems = new ArrayList<>();

    private FolderGrouping(FoundFolder folder, ScanSettings settings) {
        this.folder = folder;
        this.rules = settings.rules();
        this.pairs = settings.pairs();
    }

    /** Items in the order of their keys, and what did not fit. */
    public record Result(List<FoundItem> items, List<FileProblem> problems) {}

    public static Result group(FoundFolder folder, ScanSettings settings) {
        FolderGrouping grouping = new FolderGrouping(folder, settings);
        grouping.groupImages();
        grouping.pairCaptions();
        return new Result(List.copyOf(grouping.itemsByKey.values()), List.copyOf(grouping.problems));
    }

    private void groupImages() {
        Map<String, Map<String, FoundFile>> groups = new LinkedHashMap<>();
        for (FoundFile image : folder.images()) {
            SuffixRules.Parts parts = rules.splitImage(image.stem());
            Map<String, FoundFile> group = groups.computeIfAbsent(parts.base(), b -> new LinkedHashMap<>());
            if (group.containsKey(parts.suffix())) {
                // The same name with another extension: the extension tells the two apart, in this and the next scan.
                // No base name can hold the slash.
                groups.put(image.name() + "/", new LinkedHashMap<>(Map.of(parts.suffix(), image)));
            } else {
                group.put(parts.suffix(), image);
            }
        }
        groups.forEach(this::addItem);
    }

    private void addItem(String key, Map<String, FoundFile> images) {
        String primary = primaryOf(images);
        FoundFile first = images.get(primary);
        String base = rules.splitImage(first.stem()).base();
        FoundItem item = new FoundItem(base, folder.pathOf(key), primary, images, new LinkedHashMap<>());
        itemsByKey.put(item.groupKey(), item);
        if (pairs && images.size() == 1) {
            problems.add(new FileProblem(
                    folder.pathOf(first.name()), INCOMPLETE_PAIR, "This image has no partner of the same name."));
        }
        itemsByBase.computeIfAbsent(base, b -> new ArrayList<>()).add(item);
        images.values().stream()
                .map(FoundFile::stem)
                .distinct()
                .forEach(stem -> itemsByStem
                        .computeIfAbsent(stem, s -> new ArrayList<>())
                        .add(item));
    }

    /** The image without a suffix, else the earliest suffix of the rules; a mask only stands alone. */
    private String primaryOf(Map<String, FoundFile> images) {
        if (images.containsKey("")) {
            return "";
        }
        return rules.imageSuffixes().stream()
                .filter(suffix -> !suffix.equals("mask") && images.containsKey(suffix))
                .findFirst()
                .orElse("mask");
    }

    private void pairCaptions() {
        for (FoundFile caption : folder.captions()) {
            SuffixRules.Parts parts = rules.splitCaption(caption.stem());
            if (itemsByStem.containsKey(caption.stem())) {
                attach(itemsByStem.get(caption.stem()), caption, "");
            } else if (itemsByStem.containsKey(parts.base())) {
                attach(itemsByStem.get(parts.base()), caption, parts.suffix());
            } else if (itemsByBase.containsKey(parts.base())) {
                attach(itemsByBase.get(parts.base()), caption, parts.suffix());
            } else {
                problems.add(new FileProblem(
                        folder.pathOf(caption.name()),
                        CAPTION_WITHOUT_IMAGE,
                        "There is no image named " + caption.stem() + " beside this caption file."));
            }
        }
    }

    private void attach(List<FoundItem> items, FoundFile caption, String suffix) {
        for (FoundItem item : items) {
            CaptionKind kind = CaptionKind.of(kindSuffix(item, caption, suffix), caption.extension());
            CaptionKind free = kind;
            for (int n = 2; item.captions().containsKey(free); n++) {
                free = kind.numbered(n);
            }
            item.captions().put(free, caption);
        }
        if (items.size() > 1) {
            problems.add(new FileProblem(
                    folder.pathOf(caption.name()),
                    CAPTION_SHARED,
                    "This caption file belongs to " + items.size()
                            + " images of the same name. An edit of one shows at the others after the next scan."));
        }
    }

    /** The caption of a pair's other image ({@code a_source.txt} beside the target) is named after that image. */
    private String kindSuffix(FoundItem item, FoundFile caption, String suffix) {
        if (!suffix.isEmpty() || caption.stem().equals(item.primaryImage().stem())) {
            return suffix;
        }
        return rules.splitImage(caption.stem()).suffix();
    }
}
