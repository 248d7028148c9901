package dev.fuda.dictionary.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one CSV record (RFC 4180): separated by commas, quoted where they hold a comma, a quote (doubled) or a
 * line end. A quote inside an unquoted field is an ordinary character, since tag names have such.
 */
public final class CsvRecord {

    private CsvRecord() {}

    /** A quoted field is still open at the end of the text. */
    static final class OpenQuoteException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        OpenQuoteException() {
            super("a quoted field is not closed");
        }
    }

    /**
     * @throws OpenQuoteException if more text is needed
     * @throws IllegalArgumentException if text follows a closing quote
     */
    static List<String> parse(String text) {
        List<String> fields = new ArrayList<>(6);
        int at = 0;
        while (true) {
            if (at < text.length() && text.charAt(at) == '"') {
                at = quoted(text, at + 1, fields);
                if (at < text.length() && text.charAt(at) != ',') {
                    throw new IllegalArgumentException("text follows a closing quote at character " + (at + 1));
                }
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                fields.add(text.substring(at, end));
                at = end;
            }
            if (at >= text.length()) {
                return fields;
            }
            at++;
        }
    }

    /** Adds the field whose content starts at {@code at} and tells where its closing quote ends. */
    private static int quoted(String text, int at, List<String> fields) {
        int quote = text.indexOf('"', at);
        if (quote >= 0 && (quote + 1 == text.length() || text.charAt(quote + 1) != '"')) {
            fields.add(text.substring(at, quote));
            return quote + 1;
        }
        StringBuilder field = new StringBuilder();
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '"') {
                field.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else {
                fields.add(field.toString());
                return i + 1;
            }
        }
        throw new OpenQuoteException();
    }
}
