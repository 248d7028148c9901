package dev.fuda.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** {@code doctor}: looks at all that a start needs, and says for each that is missing how to get it. */
final class Doctor {

    private final DataFolder folder;
    private final Build build;
    private final Map<String, String> environment;
    private final PrintStream out;
    private boolean well = true;

    Doctor(DataFolder folder, Build build, Map<String, String> environment, PrintStream out) {
        this.folder = folder;
        this.build = build;
        this.environment = environment;
        this.out = out;
    }

    /** @return 0 when nothing stands in the way of {@code up} */
    int run() {
        check("JDK", this::jdk);
        check(
                "system",
                () -> Platform.current()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' '));
        check("account", this::account);
        check("data", this::data);
        check("postgres", this::postgres);
        check("redis", this::redis);
        for (Service service : Service.values()) {
            check(
                    service.label(),
                    () -> build.root().relativize(build.runner(service)).toString());
        }
        check("fast start", this::fastStart);
        check("port", this::port);
        out.println(well ? "Nothing stands in the way of ./fuda up." : "Mend what is marked with 'no' and ask again.");
        return well ? 0 : 1;
    }

    private void check(String what, Supplier<String> question) {
        try {
            out.printf("  ok  %-11s %s%n", what, question.get());
        } catch (RuntimeException e) {
            well = false;
            out.printf("  no  %-11s %s%n", what, e.getMessage());
        }
    }

    private String jdk() {
        if (Runtime.version().feature() < 25) {
            throw new LocalStackException(
                    "This is Java " + Runtime.version() + "; Fuda needs JDK 25. Set JAVA_HOME to one.");
        }
        return Runtime.version() + " in " + System.getProperty("java.home");
    }

    private String account() {
        RunAs runAs = RunAs.current();
        return runAs.isOther()
                ? "started by root; the databases run as '" + runAs.name() + "'"
                : System.getProperty("user.name");
    }

    private String data() {
        folder.prepare();
        RunAs.current().reach(folder.path());
        return folder.path() + ", " + (folder.freeBytes() >> 20) + " MB free";
    }

    private String postgres() {
        if (environment.containsKey("FUDA_POSTGRES_URL")) {
            PostgresAdmin.of(environment.get("FUDA_POSTGRES_URL")).version();
            return "the server that FUDA_POSTGRES_URL names";
        }
        Path installation = BinaryCache.standard(RunAs.current()).postgres(Platform.current());
        return Executables.firstLine(installation.resolve("bin/postgres"), "--version")
                .orElseThrow(() -> new LocalStackException("The bundled PostgreSQL does not run on this system (an old"
                        + " or an unusual C library?). Set FUDA_POSTGRES_URL to a server you run."));
    }

    private String redis() {
        if (environment.containsKey("FUDA_REDIS_URL")) {
            return "the server that FUDA_REDIS_URL names";
        }
        return Executables.firstLine(EmbeddedRedis.program(RunAs.current()), "--version")
                .orElse("");
    }

    private String fastStart() {
        for (Service service : Service.values()) {
            if (!Files.exists(build.aotCache(service))) {
                return "not prepared for these jars: starts work, but take longer (./fuda up prepares it after a build)";
            }
        }
        return "AOT caches fit";
    }

    private String port() {
        int port = Service.GATEWAY.defaultPort();
        if (folder.isRunning()) {
            return folder.state().orElseThrow().address() + " (Fuda is running)";
        }
        if (!Ports.isFree(port)) {
            throw new LocalStackException(
                    port + " is taken by another program. Use another: ./fuda up --port " + Ports.free());
        }
        return port + " is free";
    }
}
