package dev.fuda.dictionary.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How JSON files of people are read: as a stream of UTF-8, with an end to depth and length. */
final class JsonInput {

    private static final int DEEPEST = 16;

    /** Its field names may be names of tags. */
    static final JsonInput OF_TAGS = new JsonInput(Lines.LONGEST);

    private final JsonFactory factory;

    /** @param longestName in characters, of a field */
    JsonInput(int longestName) {
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(longestName)
                        .maxStringLength(Lines.LONGEST)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    JsonParser parser(InputStream in) throws IOException {
        return factory.createParser(new InputStreamReader(
                in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    }

    /** What to tell of a file that could not be read to its end: nobody knows what its rest was meant to be. */
    static UnreadableFileException notJson(JsonProcessingException e) {
        return new UnreadableFileException("The file is not valid JSON at line "
                + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": "
                + e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
    }

    static UnreadableFileException notUtf8() {
        return new UnreadableFileException("The file is not UTF-8. Save it as UTF-8 and send it again.");
    }
}
