package dev.fuda.tagger.model;

/** A model that can't be used; the message tells the person who put it there what to mend. */
public class BrokenModel extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The message is a sentence for people. */
    public BrokenModel(String message) {
        super(message);
    }
}
