package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.ImageStructure.Blocks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks the chunks of a PNG (ISO/IEC 15948) from IHDR to IEND and checks the sums of the ones that matter. */
final class PngStructure {

    /** A text larger than this is no caption; and a few compressed bytes must not become gigabytes. */
    private static final int MAX_TEXT_BYTES = 1 << 20;

    private final ByteBuffer in;
    private Blocks blocks = Blocks.none();

    private PngStructure(ByteBuffer bytes) {
        in = bytes.duplicate().position(8);
    }

    static ImageStructure read(ByteBuffer bytes) throws BrokenFileException {
        return new PngStructure(bytes).walk();
    }

    private ImageStructure walk() throws BrokenFileException {
        int width = 0;
        int height = 0;
        boolean data = false;
        while (true) {
            int length = in.getInt();
            int start = in.position() + 4;
            if (length < 0 || length > in.limit() - start - 4) {
                throw ImageStructure.truncated();
            }
            String type = ImageFormat.ascii(in, in.position(), 4);
            boolean sound = sumIsRight(length);
            boolean critical = Character.isUpperCase(type.charAt(0));
            if (critical && !sound) {
                throw ImageStructure.corrupt("the checksum of a part (" + printable(type) + ") is wrong");
            }
            if (width == 0 && !type.equals("IHDR")) {
                throw ImageStructure.corrupt("it does not begin with its size");
            }
            switch (type) {
                case "IHDR" -> {
                    width = in.getInt(start);
                    height = in.getInt(start + 4);
                }
                case "IDAT" -> data = true;
                case "IEND" -> {
                    if (!data) {
                        throw ImageStructure.corrupt("it holds no image data");
                    }
                    return new ImageStructure(ImageFormat.PNG, width, height, blocks);
                }
                default -> {
                    if (sound) {
                        keep(type, start, length);
                    }
                }
            }
            in.position(start + length + 4);
        }
    }

    private boolean sumIsRight(int length) {
        CRC32 sum = new CRC32();
        sum.update(in.slice(in.position(), length + 4));
        return (int) sum.getValue() == in.getInt(in.position() + 4 + length);
    }

    private void keep(String type, int start, int length) {
        switch (type) {
            case "eXIf" -> {
                if (length <= ImageStructure.LARGEST_BLOCK) {
                    blocks = blocks.withExif(content(start, length));
                }
            }
            case "tEXt" -> text(content(start, Math.min(length, MAX_TEXT_BYTES)));
            case "zTXt" -> compressedText(content(start, Math.min(length, MAX_TEXT_BYTES)));
            case "iTXt" -> internationalText(content(start, Math.min(length, MAX_TEXT_BYTES)));
            default -> {
                // Palettes, gamma and the like: nothing that a dataset keeps.
            }
        }
    }

    private void text(byte[] chunk) {
        int end = indexOfZero(chunk, 0);
        if (end > 0) {
            byte[] text = Arrays.copyOfRange(chunk, end + 1, chunk.length);
            // Latin-1 by the standard, UTF-8 in the files of many programs.
            put(chunk, end, MetadataText.guess(text));
        }
    }

    private void compressedText(byte[] chunk) {
        int end = indexOfZero(chunk, 0);
        if (end > 0 && end + 2 <= chunk.length) {
            put(chunk, end, MetadataText.guess(inflate(chunk, end + 2)));
        }
    }

    private void internationalText(byte[] chunk) {
        int end = indexOfZero(chunk, 0);
        int language = end < 0 ? -1 : indexOfZero(chunk, end + 3);
        int translated = language < 0 ? -1 : indexOfZero(chunk, language + 1);
        if (end <= 0 || translated < 0) {
            return;
        }
        boolean compressed = chunk[end + 1] != 0;
        byte[] text =
                compressed ? inflate(chunk, translated + 1) : Arrays.copyOfRange(chunk, translated + 1, chunk.length);
        if (keyword(chunk, end).equals("XML:com.adobe.xmp")) {
            blocks = blocks.withXmp(text);
        } else {
            put(chunk, end, MetadataText.guess(text));
        }
    }

    private void put(byte[] chunk, int end, String text) {
        blocks = blocks.withText(keyword(chunk, end), text);
    }

    private static String keyword(byte[] chunk, int end) {
        return new String(chunk, 0, end, StandardCharsets.ISO_8859_1);
    }

    private byte[] content(int start, int length) {
        byte[] content = new byte[length];
        in.get(start, content);
        return content;
    }

    private static byte[] inflate(byte[] chunk, int from) {
        byte[] out = new byte[MAX_TEXT_BYTES];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, from, chunk.length - from);
            return Arrays.copyOf(out, inflater.inflate(out));
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static int indexOfZero(byte[] chunk, int from) {
        for (int at = from; at < chunk.length; at++) {
            if (chunk[at] == 0) {
                return at;
            }
        }
        return -1;
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z]", "?");
    }
}
