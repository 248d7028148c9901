package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A shell process that outlives this JVM by a moment: it reads the servers' process ids from a pipe that this JVM holds
 * open, and when the pipe ends, because the JVM ended in whatever way (SIGKILL too), it stops those still listed.
 */
public final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            list=
            while read -r verb pid signal; do
              case $verb in
                watch) list="$list $pid:$signal" ;;
                forget)
                  kept=
                  for each in $list; do [ "${each%%:*}" = "$pid" ] || kept="$kept $each"; done
                  list=$kept ;;
              esac
            done
            for each in $list; do kill -"${each#*:}" "${each%%:*}" 2>/dev/null; done
            tries=0
            while [ $tries -lt 20 ]; do
              alive=
              for each in $list; do kill -0 "${each%%:*}" 2>/dev/null && alive=1; done
              [ -n "$alive" ] || exit 0
              sleep 0.5
              tries=$((tries + 1))
            done
            for each in $list; do kill -KILL "${each%%:*}" 2>/dev/null; done
            """;

    private static Watchdog shared;

    private final Process shell;
    private final Writer pipe;

    private Watchdog() {
        try {
            shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            pipe = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start /bin/sh", e);
        }
    }

    /** The one watchdog of this JVM. */
    public static synchronized Watchdog shared() {
        if (shared == null || !shared.shell.isAlive()) {
            shared = new Watchdog();
        }
        return shared;
    }

    /** From now on {@code pid} is sent {@code signal} ({@code TERM}, {@code INT}, …) when this JVM is gone, and KILL ten seconds later. */
    public void watch(long pid, String signal) {
        tell("watch " + pid + " " + signal);
    }

    /** {@code pid} has ended; its number may soon belong to somebody else. */
    public void forget(long pid) {
        tell("forget " + pid + " -");
    }

    private synchronized void tell(String line) {
        try {
            pipe.write(line + "\n");
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The watchdog process has gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (Watchdog.class) {
            if (shared == this) {
                shared = null;
            }
        }
        pipe.close();
    }
}
