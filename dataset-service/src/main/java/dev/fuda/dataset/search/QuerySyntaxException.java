package dev.fuda.dataset.search;

/** A search that cannot be understood: where, and what to do about it. */
public final class QuerySyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    QuerySyntaxException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** The index of the character at fault, from 0; the length of the text when something is missing at its end. */
    public int position() {
        return position;
    }
}
