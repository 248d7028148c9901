package dev.fuda.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Puts text into image files the way cameras and image generators do: EXIF and XMP into JPEG, text chunks into PNG. */
final class TextBlocks {

    private static final int IMAGE_DESCRIPTION = 0x010E;
    private static final int EXIF_FOLDER = 0x8769;
    private static final int USER_COMMENT = 0x9286;
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;
    private static final byte[] XMP_NAME = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

    private TextBlocks() {}

    /** A JPEG with EXIF {@code ImageDescription} and {@code UserComment} (in UTF-16, as the standard's UNICODE code says). */
    static byte[] withExif(byte[] jpeg, String description, String comment) {
        byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] wide = comment.getBytes(StandardCharsets.UTF_16BE);
        int commentLength = 8 + wide.length;
        int firstFolder = 8;
        int textAt = firstFolder + 2 + 2 * 12 + 4;
        int secondFolder = textAt + text.length + text.length % 2;
        int commentAt = secondFolder + 2 + 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(commentAt + commentLength).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(firstFolder);
        tiff.putShort((short) 2);
        entry(tiff, IMAGE_DESCRIPTION, ASCII, text.length, textAt);
        entry(tiff, EXIF_FOLDER, LONG, 1, secondFolder);
        tiff.putInt(0).put(text).position(secondFolder);
        tiff.putShort((short) 1);
        entry(tiff, USER_COMMENT, UNDEFINED, commentLength, commentAt);
        tiff.putInt(0).put("UNICODE\0".getBytes(StandardCharsets.US_ASCII)).put(wide);
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return withSegment(jpeg, joined(name, tiff.array()));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A JPEG with the words as {@code dc:subject} of its XMP packet. */
    static byte[] withXmp(byte[] jpeg, List<String> words) {
        StringBuilder items = new StringBuilder();
        words.forEach(word -> items.append("<rdf:li>").append(word).append("</rdf:li>"));
        String packet = """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag>%s</rdf:Bag></dc:subject></rdf:Description>
                </rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(items);
        return withSegment(jpeg, joined(XMP_NAME, packet.getBytes(StandardCharsets.UTF_8)));
    }

    /** The application segment right after the start of the image, where readers look. */
    private static byte[] withSegment(byte[] jpeg, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (content.length + 2))
                .put(content);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A PNG with an international text chunk, for example {@code parameters} as image generators write it. */
    static byte[] withPngText(byte[] png, String keyword, String text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        // The end of the keyword, no compression, and no language or translated keyword.
        content.writeBytes(new byte[] {0, 0, 0, 0, 0});
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        byte[] type = "iTXt".getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content.toByteArray());
        int headerEnd = 8 + 25;
        ByteBuffer out = ByteBuffer.allocate(png.length + 12 + content.size());
        out.put(png, 0, headerEnd)
                .putInt(content.size())
                .put(type)
                .put(content.toByteArray())
                .putInt((int) sum.getValue());
        return out.put(png, headerEnd, png.length - headerEnd).array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
