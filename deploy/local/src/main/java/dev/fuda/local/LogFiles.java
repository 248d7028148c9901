package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The log files of the parts: bounded, and read for the one line that says why a part ended. */
final class LogFiles {

    private static final long LARGEST = 20L << 20;
    private static final int READ_BACK = 1 << 20;

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
        return last(lines, line -> line.startsWith("Caused by: "))
                .map(line -> line.substring("Caused by: ".length()))
                .or(() -> last(lines, line -> line.contains(" ERROR ")))
                .or(() -> last(lines, line -> !line.isBlank() && !line.startsWith("\t")))
                .map(String::strip)
                .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line)
                .orElse("see there");
    }

    private static Optional<String> last(List<String> lines, Predicate<String> wanted) {
        return lines.reversed().stream().filter(wanted).findFirst();
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
