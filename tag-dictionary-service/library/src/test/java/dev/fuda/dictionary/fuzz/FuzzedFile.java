package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.dictionary.name.TagName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What all readers of files promise: a file is read or refused with words, and every name that comes out is kept as it is. */
final class FuzzedFile {

    private static final Path FILE = newFile();

    private FuzzedFile() {}

    interface Reading {
        void read(Path file) throws IOException;
    }

    /** Writes the bytes to a file and lets it be read. */
    static void read(byte[] content, Reading reading) {
        try {
            Files.write(FILE, content);
            reading.read(FILE);
        } catch (UnreadableFileException e) {
            Claim.holds(!e.getMessage().isBlank(), "A refusal says why");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void checkName(String name) {
        Claim.holds(TagName.of(name).equals(name), "The name is already in the form in which it is kept: " + name);
    }

    static void check(Rejection rejection) {
        Claim.holds(rejection.line() >= 1, "Lines count from 1");
        Claim.holds(!rejection.reason().isBlank(), "A rejection says why");
        Claim.holds(rejection.text().length() <= 201, "The excerpt is short");
        String all = rejection.reason() + rejection.text();
        boolean isUnicode = new String(all.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(all);
        Claim.holds(isUnicode && all.indexOf('\0') < 0, "A rejection can be stored and told");
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("fuzz", ".tmp");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
