package dev.fuda.dataset.dataset;

/** How the images of a dataset belong together. */
public enum DatasetType {
    /** Images whose names differ in a known suffix are one item, the others stand alone. */
    AUTO,
    /** Every image is an item, whatever its name. */
    SINGLE,
    /** As {@link #AUTO}, and an image without a partner is reported. */
    PAIRS
}
