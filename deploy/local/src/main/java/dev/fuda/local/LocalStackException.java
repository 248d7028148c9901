package dev.fuda.local;

/** Something keeps the stack from running. The message is one line for the person at the terminal: what is wrong and the way out. */
public final class LocalStackException extends RuntimeException {

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
