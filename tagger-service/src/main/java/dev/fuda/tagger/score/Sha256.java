package dev.fuda.tagger.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names of images: the SHA-256 of their file in 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /** Whether a text can be such a name. */
    public static boolean isWellFormed(String hash) {
        return hash != null && WELL_FORMED.matcher(hash).matches();
    }

    /** The name of a file. */
    public static String of(Path file) throws IOException {
        MessageDigest sha = digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), sha)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The name of a file's bytes. */
    public static String of(byte[] file) {
        return HexFormat.of().formatHex(digest().digest(file));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
