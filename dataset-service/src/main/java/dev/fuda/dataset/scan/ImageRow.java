package dev.fuda.dataset.scan;

/**
 * An image of an item as the index holds it.
 *
 * @param format jpeg, png or webp
 * @param width pixels as shown
 * @param height pixels as shown
 * @param size bytes
 * @param mtime microseconds since the epoch
 */
record ImageRow(
        String suffix,
        String relativePath,
        String format,
        int width,
        int height,
        long size,
        String sha256,
        long mtime) {

    boolean isSameFile(String path, FoundFile file) {
        return relativePath.equals(path) && size == file.size() && mtime == file.mtime();
    }
}
