package dev.fuda.dataset.export;

import dev.fuda.dataset.export.ExportItems.Image;
import dev.fuda.dataset.export.ExportItems.Item;
import dev.fuda.dataset.export.ExportRequest.Format;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of files in an export. Two images that would share a caption file (a.png and a.jpg) get names of their own,
 * also where a file system does not tell upper from lower case.
 */
final class EntryNames {

    private final Format format;
    private final String dataset;
    private final Set<String> taken = new HashSet<>();

    EntryNames(ExportPlan plan) {
        this.format = plan.format();
        this.dataset = plan.dataset();
    }

    /** The names of one item's files: its images by suffix, and the caption of its primary image. */
    record Entries(Map<String, String> images, String caption) {}

    /** The names of the next item's files; asked in the same order, they are the same. */
    Entries of(Item item) {
        Place place = placeOf(item.state().image());
        Map<String, String> images = new LinkedHashMap<>();
        for (Image image : item.images()) {
            images.put(
                    image.suffix(),
                    image.primary() ? place.image(image.path()) : related(place, image.suffix(), image.path()));
        }
        return new Entries(images, place.caption());
    }

    /** Where an item's files go: {@code stem} is the path without extension that image and caption share. */
    private record Place(String stem) {
        String caption() {
            return stem + ".txt";
        }

        String image(String path) {
            return stem + extension(path);
        }
    }

    /** @param image the primary image's path below the dataset */
    private Place placeOf(String image) {
        String extension = extension(image);
        String stem = image.substring(0, image.length() - extension.length());
        String wanted = switch (format) {
            case TXT, JSON -> stem;
            case AI_TOOLKIT -> "images/" + stem;
            case KOHYA -> kohyaFolder() + "/" + stem.replace("/", "__");
        };
        return new Place(free(wanted, extension));
    }

    /**
     * Where another image of the item goes. ai-toolkit finds control images and masks by the name of the image.
     *
     * @param path below the dataset
     */
    private String related(Place place, String suffix, String path) {
        String stem = place.stem();
        return switch (format) {
            case TXT, JSON ->
                free(path.substring(0, path.length() - extension(path).length()), extension(path)) + extension(path);
            case AI_TOOLKIT -> folderOf(suffix) + stem.substring("images".length()) + extension(path);
            case KOHYA -> folderOf(suffix) + stem.substring(kohyaFolder().length()) + extension(path);
        };
    }

    String kohyaFolder() {
        return "img/1_" + dataset.replaceAll("[^\\p{L}\\p{N} _.-]", "_").strip();
    }

    private static String folderOf(String suffix) {
        return switch (suffix) {
            case "source" -> "control";
            case "mask" -> "masks";
            default -> "related/" + suffix;
        };
    }

    private String free(String wanted, String extension) {
        String name = wanted;
        String hint = extension.isEmpty() ? "" : "_" + extension.substring(1);
        for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = wanted + hint + (n == 1 ? "" : "_" + n);
        }
        return name;
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(dot) : "";
    }
}
