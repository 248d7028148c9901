package dev.fuda.dataset.scan;

/**
 * What a scan takes at most; each limit that is met is reported as a problem of the file.
 *
 * @param files images and caption files in one dataset
 * @param imageBytes size of one image file
 * @param pixels width × height of one image
 * @param captionBytes size of one caption file
 */
public record ScanLimits(int files, long imageBytes, long pixels, int captionBytes) {

    public static final ScanLimits DEFAULT = new ScanLimits(1_000_000, 256L << 20, 400_000_000L, 1 << 20);
}
