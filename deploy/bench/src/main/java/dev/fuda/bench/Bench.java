package dev.fuda.bench;

/** One thing that can be measured; found through {@link java.util.ServiceLoader}. */
public interface Bench {

    /** What is typed after {@code ./fuda bench}. */
    String name();

    /** What is measured against what, in one line. */
    String question();

    /**
     * Measures ours and the peer in turn, checks that both give the same answer, and prints the figures.
     *
     * @throws IllegalStateException when the answers differ: figures of different work mean nothing
     */
    void run() throws Exception;
}
