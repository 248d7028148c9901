package dev.fuda.dataset.scan;

import java.nio.ByteBuffer;

/**
 * An image file in memory whose structure has been checked.
 *
 * @param bytes the whole file, outside of the heap, valid as long as the arena it was read into
 * @param width pixels as stored
 * @param height pixels as stored
 * @param orientation EXIF orientation, 1 to 8
 */
public record OpenImage(ByteBuffer bytes, ImageFormat format, int width, int height, int orientation) {}
