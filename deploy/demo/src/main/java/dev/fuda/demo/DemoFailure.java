package dev.fuda.demo;

/** A step of the demo did not do what it is there to show; the message says which and why. */
final class DemoFailure extends RuntimeException {

    DemoFailure(String message) {
        super(message);
    }
}
