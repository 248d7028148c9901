package dev.fuda.dataset.search;

import dev.fuda.dataset.caption.TagName;

/** Where a search is being read: the characters and what they separate. {@link QueryParser} knows what they mean. */
abstract sealed class QueryScanner permits QueryParser {

    final String text;
    int at;
    int depth;

    QueryScanner(String text) {
        this.text = text;
    }

    void checkCharacters() {
        if (text.length() > QueryParser.MAX_LENGTH) {
            throw fail(
                    QueryParser.MAX_LENGTH,
                    "A search has at most " + QueryParser.MAX_LENGTH + " characters; this one has " + text.length()
                            + ". Split it, or save a part of it as a tag.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loneLow = Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            boolean loneHigh = Character.isHighSurrogate(c)
                    && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)));
            if (Character.isISOControl(c) && !Character.isWhitespace(c) || loneLow || loneHigh) {
                throw fail(i, "There is a character here that no tag contains. Delete it.");
            }
        }
    }

    /** Whether the parenthesis here opens a group rather than a tag such as {@code (srwd)}. */
    boolean opensGroup() {
        if (at + 1 == text.length() || TagName.isBlank(text.charAt(at + 1))) {
            return true;
        }
        int balance = 0;
        boolean atStart = true;
        for (int i = at; i < text.length() && text.charAt(i) != ',' && !isOr(i) && balance >= 0; i++) {
            if (atStart && text.charAt(i) == '"') {
                i = closingQuote(i);
            }
            atStart &= i < text.length() && "(-".indexOf(text.charAt(i)) >= 0;
            balance += nesting(i);
        }
        return balance > 0;
    }

    /**
     * The text in the quotes that start here, or null when they are part of a tag ({@code "rouhou" ore no …}). Inside,
     * {@code \"} is a quote and {@code \\} a backslash.
     */
    String quoted() {
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '"' || next == '\\')) {
                value.append(next);
                i++;
            } else if (c != '"') {
                value.append(c);
            } else if (isTermEnd(skipBlanks(i + 1))) {
                at = i + 1;
                return value.toString();
            } else {
                return null;
            }
        }
        throw fail(
                at,
                "This quote is never closed. Close it, or write \\\" inside of quotes for a tag that contains one.");
    }

    /** How deeper the text nests after this character; an escaped parenthesis is a letter like others. */
    int nesting(int i) {
        return i < text.length() ? QueryText.nesting(text, i) : 0;
    }

    /** Whether each parenthesis here has its other one. */
    static boolean isBalanced(String text) {
        int balance = 0;
        for (int i = 0; i < text.length() && balance >= 0; i++) {
            balance += QueryText.nesting(text, i);
        }
        return balance == 0;
    }

    /** The index of the quote that ends the one here; the end of the text without one. */
    int closingQuote(int open) {
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    /** The end of the term that starts here, less the blanks before what follows. */
    int termEnd(int start) {
        int end = start;
        int balance = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean surplus = balance == 0 && nesting(i) < 0;
            if (c == ',' || isOr(i) || surplus && depth > 0) {
                break;
            }
            if (surplus && i > start && TagName.isBlank(text.charAt(i - 1)) && isTermEnd(skipBlanks(i + 1))) {
                throw fail(i, "There is no ( for this ). Delete it, or put a tag that contains it in quotes.");
            }
            balance = Math.max(0, balance + nesting(i));
            if (!TagName.isBlank(c)) {
                end = i + 1;
            }
        }
        return end;
    }

    void requireTermEnd(String what) {
        int next = skipBlanks(at);
        if (!isTermEnd(next)) {
            throw fail(next, "After " + what + " comes a comma, a | with blanks around it, or the end.");
        }
    }

    boolean isTermEnd(int i) {
        return i >= text.length() || text.charAt(i) == ',' || isOr(i) || text.charAt(i) == ')' && depth > 0;
    }

    /** A | means "or" only with blanks around it: {@code |_|} and {@code :|} are tags. */
    boolean isOr(int i) {
        return i < text.length()
                && text.charAt(i) == '|'
                && (i == 0 || TagName.isBlank(text.charAt(i - 1)))
                && (i + 1 == text.length() || TagName.isBlank(text.charAt(i + 1)));
    }

    boolean isFace() {
        return TagName.isFace(text.substring(at, termEnd(at)));
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    void skipBlanks() {
        at = skipBlanks(at);
    }

    int skipBlanks(int i) {
        int next = i;
        while (next < text.length() && TagName.isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    static QuerySyntaxException fail(int position, String message) {
        return new QuerySyntaxException(position, message);
    }
}
