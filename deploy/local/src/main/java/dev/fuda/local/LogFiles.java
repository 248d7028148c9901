package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log files of the parts: bounded, and read for the one line that says why a part ended. */
final class LogFiles {

    private static final long LARGEST = 20L << 20;
    private static final int READ_BACK = 64 << 10;

    private LogFiles() {}

    /** Keeps the last {@code LARGEST} bytes or more as {@code *.1}, so that a log that is appended to for ever stays bounded. */
    static void rotate(Path log) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > LARGEST) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make room for the log " + log, e);
        }
    }

    /** The line that tells most: the last cause of a stack trace, else the last error, else the last line. */
    static String reason(Path log) {
        List<String> lines = end(log);
        return lines.reversed().stream()
                .filter(line -> line.startsWith("Caused by: "))
                .findFirst()
                .map(line -> line.substring("Caused by: ".length()))
                .or(() -> lines.reversed().stream()
                        .filter(line -> line.contains(" ERROR "))
                        .findFirst())
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.isBlank())
                        .findFirst())
                .map(String::strip)
                .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line)
                .orElse("it wrote nothing");
    }

    private static List<String> end(Path log) {
        try (var file = new java.io.RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - READ_BACK);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
