package dev.fuda.dataset.item;

import java.nio.file.Path;

/**
 * An image file of an item, checked to be there and inside of the allowed roots.
 *
 * @param mediaType such as image/png
 * @param size bytes, now
 * @param version changes whenever the bytes do: the SHA-256 of the last scan, or another text when the file changed since
 */
record ItemFile(Path path, String mediaType, long size, String version) {

    /** As HTTP writes it. */
    String etag() {
        return "\"" + version + "\"";
    }
}
