package dev.fuda.dictionary.imports;

/** Nobody wants the import any more: it was cancelled, or another instance does it. */
final class UnwantedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnwantedException() {
        super("cancelled", null, false, false);
    }
}
