package dev.fuda.tagger.image;

/** An image that can't be measured, however often it is tried; the message tells a person why. */
public class UnreadableImage extends Exception {

    private static final long serialVersionUID = 1;

    /** The message is a sentence for people. */
    public UnreadableImage(String message) {
        super(message);
    }
}
