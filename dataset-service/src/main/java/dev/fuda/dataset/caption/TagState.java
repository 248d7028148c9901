package dev.fuda.dataset.caption;

/**
 * A tag at a caption, as history keeps it.
 *
 * @param name canonical
 * @param group such as Character, or null
 * @param confidence 0..1 from a tagger, or null
 * @param source manual, txt_file, exif or auto_ and a model
 */
public record TagState(String name, String group, Float confidence, String source) {

    /** A tag that a person gave. */
    public static TagState manual(String name, String group) {
        return new TagState(name, group, null, "manual");
    }
}
