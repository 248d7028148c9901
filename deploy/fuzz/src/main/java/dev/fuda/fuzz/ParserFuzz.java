package dev.fuda.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs Jazzer on every fuzz target, one process after the other. A target is a class {@code …Fuzz} of a module's tests
 * with a method {@code fuzzerTestOneInput(byte[])}; what it starts from lies in {@code src/test/resources/fuzz/} under
 * the name of the class, and is tested again at every build.
 */
final class ParserFuzz {

    private static final List<String> MODULES = List.of("tag-dictionary-service/library", "dataset-service");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

    private final Path root;
    private final Path found;

    ParserFuzz(Path root) {
        this.root = root;
        this.found = root.resolve(".fuda/fuzz");
    }

    private record Target(String name, Path module) {
        Path seeds() {
            return module.resolve("src/test/resources/fuzz").resolve(name.substring(name.lastIndexOf('.') + 1));
        }
    }

    /** @return whether nothing was found */
    boolean run(Duration whole) throws IOException, InterruptedException {
        List<Target> targets = targets();
        long seconds = Math.max(1, whole.toSeconds() / targets.size());
        System.out.printf("%d parsers, %d s for each%n", targets.size(), seconds);
        boolean clean = true;
        for (Target target : targets) {
            clean &= run(target, seconds);
        }
        return clean;
    }

    private List<Target> targets() throws IOException {
        List<Target> targets = new java.util.ArrayList<>();
        for (String name : MODULES) {
            Path module = root.resolve(name);
            Path classes = module.resolve("target/test-classes");
            try (Stream<Path> files = Files.walk(classes)) {
                files.filter(file -> file.toString().endsWith("Fuzz.class"))
                        .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '.'))
                        .map(file -> new Target(file.substring(0, file.length() - ".class".length()), module))
                        .sorted(java.util.Comparator.comparing(Target::name))
                        .forEach(targets::add);
            }
        }
        return targets;
    }

    private boolean run(Target target, long seconds) throws IOException, InterruptedException {
        Path folder = found.resolve(target.seeds().getFileName());
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath(target.module()),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.name(),
                        "--instrumentation_includes=dev.fuda.**",
                        "-max_total_time=" + seconds,
                        // A parser that takes seconds for four kilobytes is broken too.
                        "-timeout=10",
                        "-artifact_prefix=" + folder + File.separator,
                        corpus.toString(),
                        target.seeds().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = process.waitFor();
        String inputs = DONE.matcher(Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
        System.out.printf(
                "  %-20s %s %s%n",
                target.seeds().getFileName(),
                status == 0
                        ? "nothing found"
                        : "FOUND SOMETHING, see " + log + "; put crash-… or timeout-… into " + target.seeds()
                                + " when it is mended",
                inputs);
        return status == 0;
    }

    /** The module's classes and tests, and the libraries beside this program. */
    private String classPath(Path module) throws IOException {
        try (Stream<Path> jars = Files.list(root.resolve("deploy/fuzz/target/lib"))) {
            return Stream.concat(
                            Stream.of("test-classes", "classes")
                                    .map(each -> module.resolve("target").resolve(each)),
                            jars.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
