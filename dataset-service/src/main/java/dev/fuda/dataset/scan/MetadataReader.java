package dev.fuda.dataset.scan;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.StringValue;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import dev.fuda.dataset.scan.EmbeddedMetadata.EmbeddedCaption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns metadata blocks into an orientation, readable fields and captions. A damaged block costs that block, never the
 * image: parsers of such formats throw anything, errors of the machine included.
 */
final class MetadataReader {

    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final int LONGEST_FIELD = 4_000;
    private static final int MOST_FIELDS = 200;
    private static final int MOST_KEYWORDS = 1_000;

    private final Metadata metadata = new Metadata();
    private final Map<String, String> texts;
    private final boolean littleEndian;
    private final List<EmbeddedCaption> captions = new ArrayList<>();
    private String unreadable;

    private MetadataReader(ImageStructure.Blocks blocks) {
        texts = blocks.texts();
        littleEndian = blocks.exif() != null && blocks.exif().length > 0 && blocks.exif()[0] == 'I';
        parse("EXIF", blocks.exif(), bytes -> new ExifReader().extract(new ByteArrayReader(bytes), metadata));
        parse("XMP", blocks.xmp(), this::parseXmp);
        parse(
                "IPTC",
                blocks.photoshop(),
                bytes -> new PhotoshopReader().extract(new SequentialByteArrayReader(bytes), bytes.length, metadata));
    }

    /** Reads everything; with {@code captions} false only the orientation, which every image needs. */
    static EmbeddedMetadata read(ImageStructure.Blocks blocks, boolean captions) {
        if (blocks.isEmpty()) {
            return EmbeddedMetadata.NONE;
        }
        if (!captions) {
            int orientation =
                    new MetadataReader(new ImageStructure.Blocks(blocks.exif(), null, null, Map.of())).orientation();
            return orientation == 1
                    ? EmbeddedMetadata.NONE
                    : new EmbeddedMetadata(orientation, Map.of(), List.of(), null);
        }
        MetadataReader reader = new MetadataReader(blocks);
        reader.findCaptions();
        return new EmbeddedMetadata(
                reader.orientation(), reader.fields(), List.copyOf(reader.captions), reader.unreadable);
    }

    private interface Parser {
        void parse(byte[] bytes) throws ImageProcessingException;
    }

    private void parse(String what, byte[] bytes, Parser parser) {
        if (bytes == null) {
            return;
        }
        try {
            parser.parse(bytes);
        } catch (ImageProcessingException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            unreadable = "The " + what + " metadata of this image is damaged and was left out.";
        }
    }

    /** XMP has no document type; one that comes with it can only want to read files or fill the memory. */
    private void parseXmp(byte[] packet) throws ImageProcessingException {
        String ascii = new String(packet, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (ascii.toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
            throw new ImageProcessingException("a document type");
        }
        new XmpReader().extract(packet, metadata);
    }

    private int orientation() {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (exif == null || !exif.containsTag(ExifDirectoryBase.TAG_ORIENTATION)) {
            return 1;
        }
        try {
            int orientation = exif.getInt(ExifDirectoryBase.TAG_ORIENTATION);
            return orientation >= 1 && orientation <= 8 ? orientation : 1;
        } catch (MetadataException notANumber) {
            return 1;
        }
    }

    private void findCaptions() {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        ExifSubIFDDirectory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        if (exif != null) {
            caption("natural_language", "image_description", "ImageDescription", imageDescription(exif));
        }
        if (sub != null && sub.getByteArray(ExifDirectoryBase.TAG_USER_COMMENT) != null) {
            userComment(MetadataText.userComment(sub.getByteArray(ExifDirectoryBase.TAG_USER_COMMENT), littleEndian));
        }
        if (exif != null) {
            caption("social_media", "xp_comment", "XPComment", windows(exif, ExifDirectoryBase.TAG_WIN_COMMENT));
            keywords("xp_keywords", "XPKeywords", windows(exif, ExifDirectoryBase.TAG_WIN_KEYWORDS));
        }
        IptcDirectory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
        if (iptc != null) {
            List<String> words = iptc.getKeywords();
            keywords("keywords", "Keywords", words == null ? null : String.join(";", words));
            caption("description", "caption_abstract", "Caption-Abstract", iptc.getString(IptcDirectory.TAG_CAPTION));
        }
        keywords("subject", "dc:subject", dublinCore("subject"));
        caption("natural_language", "xmp_description", "dc:description", dublinCore("description"));
        if (texts.containsKey("parameters")) {
            generated(texts.get("parameters"), "parameters");
        }
    }

    /** The same field holds posts of social networks and, from some programs, the prompt of the image. */
    private void userComment(String text) {
        if (GenerationParameters.parse(text).isPresent()) {
            generated(text, "UserComment");
        } else {
            caption("social_media", "user_comment", "UserComment", text);
        }
    }

    private void generated(String text, String field) {
        String prompt = GenerationParameters.parse(text)
                .map(GenerationParameters::prompt)
                .orElse(text);
        caption("natural_language", "prompt", field, prompt);
    }

    private void caption(String type, String subtype, String field, String content) {
        String text = content == null ? "" : MetadataText.clean(content);
        if (!text.isEmpty()) {
            captions.add(new EmbeddedCaption(new CaptionKind(type, subtype), field, text));
        }
    }

    /** Keywords are told apart by semicolons; one that holds a comma is two tags in every caption format. */
    private void keywords(String subtype, String field, String joined) {
        if (joined != null) {
            String[] words = joined.split("[;,]", MOST_KEYWORDS);
            caption("tags", subtype, field, String.join(", ", strippedWords(words)));
        }
    }

    private static List<String> strippedWords(String[] words) {
        return Arrays.stream(words)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String imageDescription(ExifIFD0Directory exif) {
        StringValue value = exif.getStringValue(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION);
        return value == null ? null : MetadataText.guess(value.getBytes());
    }

    private static String windows(ExifIFD0Directory exif, int tag) {
        byte[] bytes = exif.getByteArray(tag);
        return bytes == null ? null : MetadataText.windowsField(bytes);
    }

    private String dublinCore(String property) {
        XmpDirectory xmp = metadata.getFirstDirectoryOfType(XmpDirectory.class);
        if (xmp == null) {
            return null;
        }
        try {
            XMPMeta meta = xmp.getXMPMeta();
            List<String> values = new ArrayList<>();
            int count = Math.min(meta.countArrayItems(DUBLIN_CORE, property), MOST_KEYWORDS);
            for (int i = 1; i <= count; i++) {
                values.add(meta.getArrayItem(DUBLIN_CORE, property, i).getValue());
            }
            return values.isEmpty() ? null : String.join(";", values);
        } catch (XMPException | RuntimeException damaged) {
            unreadable = "The XMP metadata of this image is damaged and was left out.";
            return null;
        }
    }

    private Map<String, Map<String, String>> fields() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        int left = MOST_FIELDS;
        for (Directory directory : metadata.getDirectories()) {
            Map<String, String> fields = all.computeIfAbsent(directory.getName(), name -> new LinkedHashMap<>());
            for (Tag tag : directory.getTags()) {
                if (left-- > 0) {
                    put(fields, tag.getTagName(), description(tag));
                }
            }
            if (directory instanceof XmpDirectory xmp) {
                xmp.getXmpProperties().entrySet().stream()
                        .limit(MOST_FIELDS)
                        .forEach(entry -> put(fields, entry.getKey(), entry.getValue()));
            }
        }
        texts.forEach((keyword, text) -> put(all.computeIfAbsent("Text", t -> new LinkedHashMap<>()), keyword, text));
        generationSettings()
                .forEach((name, value) ->
                        put(all.computeIfAbsent("Generation", g -> new LinkedHashMap<>()), name, value));
        all.values().removeIf(Map::isEmpty);
        return all;
    }

    private Map<String, String> generationSettings() {
        return GenerationParameters.parse(texts.getOrDefault("parameters", ""))
                .map(found -> {
                    Map<String, String> settings = new LinkedHashMap<>(found.settings());
                    settings.put("Negative prompt", found.negativePrompt());
                    return settings;
                })
                .orElse(new LinkedHashMap<>());
    }

    private static String description(Tag tag) {
        try {
            return tag.getDescription();
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    private static void put(Map<String, String> fields, String name, String value) {
        String text = value == null ? "" : MetadataText.clean(value);
        if (!text.isEmpty()) {
            fields.put(MetadataText.clean(name), text.substring(0, Math.min(text.length(), LONGEST_FIELD)));
        }
    }
}
