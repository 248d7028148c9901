package dev.fuda.dataset.fuzz;

import dev.fuda.dataset.search.Query;
import dev.fuda.dataset.search.QueryParser;
import dev.fuda.dataset.search.QuerySyntaxException;
import java.nio.charset.StandardCharsets;

/** A search is understood or refused with words and a place; what was understood, written again, means the same. */
public final class QueryParserFuzz {

    private QueryParserFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Query query;
        try {
            query = QueryParser.parse(text);
        } catch (QuerySyntaxException e) {
            if (e.getMessage().isBlank() || e.position() < 0 || e.position() > text.length()) {
                throw new AssertionError("A refusal says why and where", e);
            }
            return;
        }
        String written = query.toString();
        // Quotes and escapes may make a search longer than a person may type.
        if (written.length() <= QueryParser.MAX_LENGTH) {
            Query again = QueryParser.parse(written);
            // What begins with a quote that is none can only be written in quotes, and is then asked for exactly.
            boolean same = again.equals(query) || text.indexOf('"') >= 0;
            if (!same || !QueryParser.parse(again.toString()).equals(again)) {
                throw new AssertionError("'" + text + "' is written '" + written + ", which is " + again + "'");
            }
        }
    }
}
