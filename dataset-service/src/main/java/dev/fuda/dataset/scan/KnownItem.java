package dev.fuda.dataset.scan;

import java.util.List;
import java.util.Map;

/** An item as the index holds it before a scan looks at its files. */
record KnownItem(long id, boolean missing, Map<String, ImageRow> images, List<KnownCaption> captions) {

    /**
     * A caption as the index holds it.
     *
     * @param path its file relative to the dataset, or null
     * @param baseHash of the file's bytes when last read or written, or null
     * @param dirty whether it holds an edit that the file does not have
     * @param content only when dirty, otherwise null
     */
    record KnownCaption(
            long id,
            CaptionKind kind,
            String path,
            String baseHash,
            long size,
            long mtime,
            boolean dirty,
            String source,
            String content) {

        boolean isSameFile(FoundFile file) {
            return size == file.size() && mtime == file.mtime();
        }

        boolean isFromMetadata() {
            return source.equals("exif");
        }
    }
}
