package dev.fuda.dataset.scan;

/**
 * An image file after it was read once.
 *
 * @param width pixels as shown, that is after EXIF orientation
 * @param height pixels as shown
 * @param size bytes
 * @param mtime microseconds since the epoch, from before the bytes were read
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record ProbedImage(
        ImageFormat format, int width, int height, long size, long mtime, String sha256, EmbeddedMetadata metadata) {}
