package dev.fuda.dataset.scan;

/** A file that cannot be indexed, with the reason and a sentence for the person who reads it. */
public final class BrokenFileException extends Exception {

    private static final long serialVersionUID = 1;

    private final FileProblem.Reason reason;

    BrokenFileException(FileProblem.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public FileProblem.Reason reason() {
        return reason;
    }

    FileProblem at(String relativePath) {
        return new FileProblem(relativePath, reason, getMessage());
    }
}
