package dev.fuda.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The JVMs of a local Fuda: the four services and the gateway in front of them. */
public enum Service {
    DICTIONARY("dictionary", "tag-dictionary-service", 8421, 1024, true),
    DATASET("dataset", "dataset-service", 8422, 384, true),
    TAGGER("tagger", "tagger-service", 8423, 320, true),
    TRAINING("training", "training-tracker-service", 8424, 192, true),
    GATEWAY("gateway", "gateway", 8420, 192, false);

    private final String label;
    private final String module;
    private final int defaultPort;
    private final int heapMegabytes;
    private final boolean database;

    Service(String label, String module, int defaultPort, int heapMegabytes, boolean database) {
        this.label = label;
        this.module = module;
        this.defaultPort = defaultPort;
        this.heapMegabytes = heapMegabytes;
        this.database = database;
    }

    /** The name people see: {@code dictionary}, {@code dataset}, … */
    public String label() {
        return label;
    }

    /** The Maven module, which is also its folder. */
    public String module() {
        return module;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** Whether it has a database and a role, both called {@code fuda_<label>}. */
    public boolean hasDatabase() {
        return database;
    }

    public String databaseName() {
        return "fuda_" + label;
    }

    public static Optional<Service> labelled(String label) {
        return Arrays.stream(values())
                .filter(service -> service.label.equals(label))
                .findFirst();
    }

    /** The options of its JVM, which are part of the identity of its AOT cache. */
    public List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Xms32m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                // A stack at rest gives its memory back.
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                "-XX:+UseCompactObjectHeaders",
                "-XX:ReservedCodeCacheSize=64m",
                // The C library keeps what OpenCV and ONNX Runtime freed: after work, a third of the tagger's memory.
                "-XX:TrimNativeHeapInterval=30000",
                // Ended, it is started again; limping on without memory, it would answer nonsense.
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        if (this == DICTIONARY) {
            // What is mistyped is looked for in thousands of places of the index: a twelfth less time in large pages.
            // Linux only.
            options.add("-XX:+IgnoreUnrecognizedVMOptions");
            options.add("-XX:+UseTransparentHugePages");
        }
        return List.copyOf(options);
    }
}
