package dev.fuda.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks programs up on the PATH, and in the system folders that a bare environment may leave out of it. */
final class Executables {

    private Executables() {}

    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(":")).filter(folder -> !folder.isBlank()),
                        Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The first line that {@code program} prints, absent when it does not run or fails. */
    static Optional<String> firstLine(Path program, String argument) {
        try {
            Process process = new ProcessBuilder(program.toString(), argument)
                    .redirectErrorStream(true)
                    .start();
            String line;
            try (var in = process.inputReader()) {
                line = in.readLine();
                in.transferTo(java.io.Writer.nullWriter());
            }
            return process.waitFor() == 0 ? Optional.ofNullable(line) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
