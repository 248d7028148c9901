package dev.fuda.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts metadata into the images of tests: EXIF, XMP and IPTC into JPEG, text into PNG. */
public final class MetadataWriter {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;
    private static final int BYTE = 1;

    private MetadataWriter() {}

    private record Field(int tag, int type, byte[] value) {}

    /** A TIFF structure (little-endian) for {@link #withExif}. */
    public static final class Exif {
        private final List<Field> main = new ArrayList<>();
        private final List<Field> sub = new ArrayList<>();

        public Exif orientation(int orientation) {
            main.add(new Field(0x0112, SHORT, new byte[] {(byte) orientation, 0}));
            return this;
        }

        public Exif imageDescription(String text) {
            main.add(new Field(0x010E, ASCII, (text + "\0").getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        public Exif xpComment(String text) {
            main.add(new Field(0x9C9C, BYTE, (text + "\0").getBytes(StandardCharsets.UTF_16LE)));
            return this;
        }

        public Exif xpKeywords(String text) {
            main.add(new Field(0x9C9E, BYTE, (text + "\0").getBytes(StandardCharsets.UTF_16LE)));
            return this;
        }

        /** In UTF-16, big-endian, as A1111 writes it whatever the order of the file is. */
        public Exif userComment(String text) {
            byte[] content = text.getBytes(StandardCharsets.UTF_16BE);
            byte[] value = Arrays.copyOf("UNICODE\0".getBytes(StandardCharsets.US_ASCII), 8 + content.length);
            System.arraycopy(content, 0, value, 8, content.length);
            sub.add(new Field(0x9286, UNDEFINED, value));
            return this;
        }

        public byte[] bytes() {
            ByteBuffer out = ByteBuffer.allocate(60_000).order(ByteOrder.LITTLE_ENDIAN);
            out.put("II".getBytes(StandardCharsets.US_ASCII))
                    .putShort((short) 42)
                    .putInt(8);
            List<Field> all = new ArrayList<>(main);
            if (!sub.isEmpty()) {
                all.add(new Field(0x8769, LONG, new byte[4]));
            }
            all.sort((a, b) -> Integer.compare(a.tag(), b.tag()));
            int pointer = directory(out, all);
            if (pointer >= 0) {
                out.putInt(pointer, out.position());
                directory(out, sub);
            }
            return Arrays.copyOf(out.array(), out.position());
        }

        /** Writes a directory and its values; where the address of the next directory goes, or -1. */
        private static int directory(ByteBuffer out, List<Field> fields) {
            int pointer = -1;
            int values = out.position() + 2 + fields.size() * 12 + 4;
            out.putShort((short) fields.size());
            for (Field field : fields) {
                int count = field.value().length / (field.type() == SHORT ? 2 : field.type() == LONG ? 4 : 1);
                out.putShort((short) field.tag()).putShort((short) field.type()).putInt(count);
                if (field.tag() == 0x8769) {
                    pointer = out.position();
                    out.putInt(0);
                } else if (field.value().length <= 4) {
                    out.put(Arrays.copyOf(field.value(), 4));
                } else {
                    out.putInt(values);
                    byte[] value = field.value();
                    for (int i = 0; i < value.length; i++) {
                        out.put(values + i, value[i]);
                    }
                    values += value.length;
                }
            }
            out.putInt(0).position(values);
            return pointer;
        }
    }

    public static byte[] withExif(byte[] jpeg, Exif exif) {
        return withSegment(jpeg, 0xE1, "Exif\0\0", exif.bytes());
    }

    public static byte[] withXmp(byte[] jpeg, String subjects) {
        String items = Arrays.stream(subjects.split(","))
                .map(subject -> "<rdf:li>" + subject + "</rdf:li>")
                .reduce("", String::concat);
        String packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:subject><rdf:Bag>" + items
                + "</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>";
        return withXmpPacket(jpeg, packet);
    }

    public static byte[] withXmpPacket(byte[] jpeg, String packet) {
        return withSegment(jpeg, 0xE1, "http://ns.adobe.com/xap/1.0/\0", packet.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] withIptc(byte[] jpeg, String caption, String... keywords) {
        ByteArrayOutputStream iptc = new ByteArrayOutputStream();
        record(iptc, 1, 90, new byte[] {0x1B, 0x25, 0x47});
        for (String keyword : keywords) {
            record(iptc, 2, 25, keyword.getBytes(StandardCharsets.UTF_8));
        }
        record(iptc, 2, 120, caption.getBytes(StandardCharsets.UTF_8));
        ByteBuffer resource = ByteBuffer.allocate(12 + iptc.size() + (iptc.size() & 1));
        resource.put("8BIM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x0404)
                .putShort((short) 0);
        resource.putInt(iptc.size()).put(iptc.toByteArray());
        return withSegment(jpeg, 0xED, "Photoshop 3.0\0", resource.array());
    }

    public static byte[] withText(byte[] png, String keyword, String text) {
        return withChunk(png, "tEXt", join(keyword, 1, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A compressed text of so many blanks. */
    public static byte[] withCompressedBlanks(byte[] png, String keyword, int length) {
        byte[] blanks = new byte[length];
        Arrays.fill(blanks, (byte) ' ');
        Deflater deflater = new Deflater(9);
        deflater.setInput(blanks);
        deflater.finish();
        byte[] packed = new byte[length / 500 + 100];
        int size = deflater.deflate(packed);
        deflater.end();
        return withChunk(png, "zTXt", join(keyword, 2, Arrays.copyOf(packed, size)));
    }

    private static byte[] join(String keyword, int zeros, byte[] rest) {
        byte[] head = keyword.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + zeros + rest.length);
        System.arraycopy(rest, 0, all, head.length + zeros, rest.length);
        return all;
    }

    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(png.length + content.length + 12);
        out.put(png, 0, 33).putInt(content.length);
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        out.put(type.getBytes(StandardCharsets.US_ASCII)).put(content).putInt((int) sum.getValue());
        return out.put(png, 33, png.length - 33).array();
    }

    private static void record(ByteArrayOutputStream out, int record, int dataset, byte[] value) {
        out.write(0x1C);
        out.write(record);
        out.write(dataset);
        out.write(value.length >> 8);
        out.write(value.length);
        out.writeBytes(value);
    }

    private static byte[] withSegment(byte[] jpeg, int marker, String prefix, byte[] content) {
        byte[] head = prefix.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + head.length + content.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
        out.putShort((short) (head.length + content.length + 2)).put(head).put(content);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }
}
