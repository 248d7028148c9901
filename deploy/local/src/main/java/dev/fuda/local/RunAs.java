package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The account the database servers run under. PostgreSQL refuses to run as root, and Redis should not, so that a stack
 * started by root hands them to an account without rights ({@code FUDA_RUN_AS}, else {@code fuda}, {@code nobody} or
 * {@code daemon}); started by anybody else, they run as that person.
 */
public final class RunAs {

    private static final List<String> CANDIDATES = List.of("fuda", "nobody", "daemon");

    private final Optional<UserPrincipal> user;

    private RunAs(Optional<UserPrincipal> user) {
        this.user = user;
    }

    public static RunAs current() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new RunAs(Optional.empty());
        }
        String wished = System.getenv("FUDA_RUN_AS");
        List<String> names = wished == null || wished.isBlank() ? CANDIDATES : List.of(wished);
        return new RunAs(Optional.of(names.stream()
                .flatMap(name -> lookup(name).stream())
                .findFirst()
                .orElseThrow(() -> new LocalStackException("PostgreSQL does not run as root and none of the accounts "
                        + names + " exists. Create one (useradd --system fuda) or run as another person."))));
    }

    private static Optional<UserPrincipal> lookup(String name) {
        try {
            return Optional.of(
                    Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the servers run under another account than this JVM. */
    public boolean isOther() {
        return user.isPresent();
    }

    /** The account's name. */
    String name() {
        return user.map(UserPrincipal::getName).orElseGet(() -> System.getProperty("user.name"));
    }

    /** The command line that runs {@code command} under the account, in a session of its own so that Ctrl-C reaches the launcher only. */
    List<String> wrap(List<String> command) {
        List<String> line = new ArrayList<>();
        user.ifPresent(account -> line.addAll(switchTo(account.getName())));
        line.addAll(command);
        return apart(line);
    }

    /** {@code command} in a session of its own, where the system has {@code setsid}: Ctrl-C in the terminal then reaches the launcher only. */
    static List<String> apart(List<String> command) {
        List<String> line = new ArrayList<>(command);
        Executables.find("setsid").ifPresent(path -> line.addFirst(path.toString()));
        return line;
    }

    private static List<String> switchTo(String name) {
        Optional<Path> setpriv = Executables.find("setpriv");
        if (setpriv.isPresent()) {
            return List.of(
                    setpriv.get().toString(), "--reuid=" + name, "--regid=" + groupOf(name), "--clear-groups", "--");
        }
        Optional<Path> runuser = Executables.find("runuser");
        if (runuser.isPresent()) {
            return List.of(runuser.get().toString(), "-u", name, "--");
        }
        String su = Executables.find("su")
                .orElseThrow(
                        () -> new LocalStackException(
                                "PostgreSQL does not run as root, and none of setpriv, runuser, su is here to change the account."))
                .toString();
        return List.of(su, "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--");
    }

    private static String groupOf(String name) {
        try (Stream<String> accounts = Files.lines(Path.of("/etc/passwd"))) {
            return accounts.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .map(fields -> fields[3])
                    .findFirst()
                    .orElse(name);
        } catch (IOException e) {
            return name;
        }
    }

    /** Gives {@code path} and everything below it to the account; nothing to do when the account is this person. */
    void own(Path path) {
        if (user.isEmpty()) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                if (!Files.isSymbolicLink(each)) {
                    Files.setOwner(each, user.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot give " + path + " to the account " + user.get().getName(), e);
        }
    }

    /**
     * Makes sure that the account can walk down to {@code folder}. The folder itself, which is Fuda's own, is opened for
     * passing through; a closed folder above it belongs to somebody else and is reported instead.
     */
    void reach(Path folder) {
        if (user.isEmpty()) {
            return;
        }
        Path real = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(real);
            Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(real));
            if (rights.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(real, rights);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the folder " + real, e);
        }
        if (!reaches(real)) {
            throw new LocalStackException(
                    "Started as root, the databases run as '" + user.get().getName() + "', who may not enter " + real
                            + ". Choose another folder with --data, for example /var/lib/fuda.");
        }
    }

    /** Whether every folder on the way to {@code folder} lets the account pass. */
    boolean reaches(Path folder) {
        if (user.isEmpty()) {
            return true;
        }
        for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            try {
                if (Files.exists(each)
                        && !Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)
                        && !Files.getOwner(each).equals(user.get())) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** Creates {@code folder} so that the account, and nobody else, can read and write it. */
    Path privateFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the folder " + folder, e);
        }
        own(folder);
        return folder;
    }
}
