package dev.fuda.dictionary.file;

/** The file as a whole can't be read; the message says why, for a person. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableFileException(String message) {
        super(message);
    }
}
