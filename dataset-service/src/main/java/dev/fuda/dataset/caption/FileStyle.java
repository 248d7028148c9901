package dev.fuda.dataset.caption;

import dev.fuda.dataset.caption.CaptionBytes.Encoding;

/**
 * What a caption file looks like apart from its text, kept so that it looks the same after an edit, also when nothing of
 * it is left in the text.
 *
 * @param encoding of the file
 * @param bom whether it starts with a byte order mark
 * @param tags how it writes tags
 */
public record FileStyle(Encoding encoding, boolean bom, TagStyle tags) {

    /** Of files that Fuda makes. */
    public static final FileStyle DEFAULT = new FileStyle(Encoding.UTF_8, false, TagStyle.DEFAULT);

    /** The bytes of a file in this style. */
    public byte[] encode(String text) {
        return new CaptionBytes(text, encoding, bom).encode();
    }
}
