package dev.fuda.local;

import java.util.Locale;

/** The operating system and processor this JVM runs on, in the names the bundled server binaries use. */
public enum Platform {
    LINUX_X64("postgres-linux-x86_64.txz", "redis-server-7.0.15-linux-amd64"),
    LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-7.0.15-linux-arm64"),
    MACOS_X64("postgres-darwin-x86_64.txz", "redis-server-7.0.15-darwin-amd64"),
    MACOS_ARM64("postgres-darwin-arm_64.txz", "redis-server-7.0.15-darwin-arm64");

    private final String postgresArchive;
    private final String redisBinary;

    Platform(String postgresArchive, String redisBinary) {
        this.postgresArchive = postgresArchive;
        this.redisBinary = redisBinary;
    }

    /** Classpath resource with the PostgreSQL installation, a tar archive compressed by xz. */
    public String postgresArchive() {
        return postgresArchive;
    }

    /** Classpath resource with the {@code redis-server} executable. */
    public String redisBinary() {
        return redisBinary;
    }

    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
        if (os.startsWith("linux") && (arm || intel)) {
            return arm ? LINUX_ARM64 : LINUX_X64;
        }
        if (os.startsWith("mac") && (arm || intel)) {
            return arm ? MACOS_ARM64 : MACOS_X64;
        }
        throw new LocalStackException("There are no bundled PostgreSQL and Redis for " + osName + " on " + osArch
                + ". Set FUDA_POSTGRES_URL and FUDA_REDIS_URL to servers you run.");
    }
}
