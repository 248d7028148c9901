package dev.fuda.dataset.caption;

import java.util.List;
import java.util.Objects;

/**
 * Everything about one caption at one time: enough to bring it back exactly. This is what history stores.
 *
 * @param captionType tags, natural_language, social_media, instruction or description
 * @param captionSubtype main, alt, …
 * @param content the text as in its file, line ends included
 * @param path its file below the dataset, or null when it has none
 * @param style how the file looks; null means that nobody has looked yet
 * @param tags in order; empty unless the type is tags
 */
public record CaptionState(
        String captionType,
        String captionSubtype,
        String content,
        String language,
        String source,
        String sourceField,
        String path,
        FileStyle style,
        List<TagState> tags) {

    public CaptionState {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** What tells the captions of an item apart. */
    public record Key(String type, String subtype) {}

    public Key key() {
        return new Key(captionType, captionSubtype);
    }

    /** Whether a person would call both the same: text, language and tags. */
    public boolean saysTheSameAs(CaptionState other) {
        return other != null
                && content.equals(other.content)
                && Objects.equals(language, other.language)
                && tags.equals(other.tags);
    }

    public List<String> names() {
        return tags.stream().map(TagState::name).toList();
    }

    public CaptionState with(String changedContent, List<TagState> changedTags) {
        return new CaptionState(
                captionType, captionSubtype, changedContent, language, source, sourceField, path, style, changedTags);
    }

    CaptionState withStyle(FileStyle changed) {
        return new CaptionState(
                captionType, captionSubtype, content, language, source, sourceField, path, changed, tags);
    }

    public CaptionState withLanguage(String changed) {
        return new CaptionState(captionType, captionSubtype, content, changed, source, sourceField, path, style, tags);
    }

    /** After an edit it is no longer what the metadata of the image says. */
    public CaptionState edited(String changedPath, FileStyle changedStyle) {
        return new CaptionState(
                captionType,
                captionSubtype,
                content,
                language,
                "exif".equals(source) ? "manual" : source,
                "exif".equals(source) ? null : sourceField,
                changedPath,
                changedStyle,
                tags);
    }

    /** The same caption with another list of tags; its text follows in its own style. */
    public CaptionState retagged(List<TagState> changed) {
        TagStyle fallback = style == null ? TagStyle.DEFAULT : style.tags();
        // Keywords of metadata are written in their own ways; as a file they become a list like others.
        String base = "exif".equals(source) && path == null ? "" : content;
        String text = TagText.parse(base, fallback)
                .edit(changed.stream().map(TagState::name).toList());
        return with(text, changed);
    }
}
