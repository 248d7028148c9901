package dev.fuda.dataset.scan;

import static dev.fuda.dataset.scan.FileProblem.Reason.EMPTY_FILE;
import static dev.fuda.dataset.scan.FileProblem.Reason.TOO_LARGE_DIMENSIONS;
import static dev.fuda.dataset.scan.FileProblem.Reason.TOO_LARGE_FILE;
import static dev.fuda.dataset.scan.FileProblem.Reason.UNREADABLE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads an image file once: hashes it, checks that it is complete and within the limits, takes its size and metadata
 * from its structure. No pixel is decoded. Memory: the size of the file, outside of the heap, for as long as it runs.
 */
public final class ImageProbe {

    private final ScanLimits limits;
    private final boolean readMetadata;

    /** @param readMetadata whether fields and captions of EXIF, XMP, IPTC and PNG text are wanted */
    public ImageProbe(ScanLimits limits, boolean readMetadata) {
        this.limits = limits;
        this.readMetadata = readMetadata;
    }

    public ProbedImage probe(FoundFile file) throws BrokenFileException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            ByteBuffer bytes = read(channel, arena);
            ImageStructure structure = ImageStructure.read(bytes);
            requirePixels(structure);
            EmbeddedMetadata metadata = MetadataReader.read(structure.blocks(), readMetadata);
            boolean turned = metadata.swapsSides();
            return new ProbedImage(
                    structure.format(),
                    turned ? structure.height() : structure.width(),
                    turned ? structure.width() : structure.height(),
                    bytes.limit(),
                    file.mtime(),
                    sha256(bytes),
                    metadata);
        } catch (IOException | SecurityException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /**
     * Reads a file to decode it.
     *
     * @param arena what the bytes live as long as
     * @throws BrokenFileException when it cannot be read, is damaged or too large to decode
     */
    public OpenImage open(Path path, Arena arena) throws BrokenFileException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer bytes = read(channel, arena);
            ImageStructure structure = ImageStructure.read(bytes);
            requirePixels(structure);
            int orientation = MetadataReader.read(structure.blocks(), false).orientation();
            return new OpenImage(bytes, structure.format(), structure.width(), structure.height(), orientation);
        } catch (IOException | SecurityException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static BrokenFileException unreadable(Exception failure) {
        return new BrokenFileException(UNREADABLE, "The file cannot be read: " + reasonOf(failure) + ".");
    }

    private ByteBuffer read(FileChannel channel, Arena arena) throws IOException, BrokenFileException {
        long size = channel.size();
        if (size == 0) {
            throw new BrokenFileException(EMPTY_FILE, "The file is empty.");
        }
        if (size > limits.imageBytes()) {
            throw new BrokenFileException(
                    TOO_LARGE_FILE,
                    "The file has " + (size >> 20) + " MiB; Fuda reads images of at most " + (limits.imageBytes() >> 20)
                            + " MiB.");
        }
        ByteBuffer bytes = arena.allocate(size).asByteBuffer();
        int count = 0;
        // A file that shrinks while it is read ends early; what was read is judged as it is.
        while (bytes.hasRemaining() && count >= 0) {
            count = channel.read(bytes);
        }
        return bytes.flip();
    }

    private void requirePixels(ImageStructure structure) throws BrokenFileException {
        long pixels = (long) structure.width() * structure.height();
        if (pixels > limits.pixels()) {
            throw new BrokenFileException(
                    TOO_LARGE_DIMENSIONS,
                    "The image says it is " + structure.width() + "×" + structure.height() + ", more than the "
                            + limits.pixels() / 1_000_000 + " megapixels that Fuda reads.");
        }
    }

    /** SHA-256 of the bytes from 0 to the limit, in hexadecimal digits. */
    static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate().rewind());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String reasonOf(Exception failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "it was removed while the folder was scanned";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
