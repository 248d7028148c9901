package dev.fuda.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The bundled server programs, taken out of their jars once and kept in a cache folder under a name made of their
 * content. A cache entry appears whole (unpacked beside its place, then renamed), so that several processes may start at once.
 */
final class BinaryCache {

    private final Path root;

    BinaryCache(Path root) {
        this.root = root;
    }

    /** {@code FUDA_CACHE}, else the cache folder of the person, else (root, or a home that cannot be written) one below the temporary folder. */
    static BinaryCache standard(RunAs runAs) {
        String wished = System.getenv("FUDA_CACHE");
        if (wished != null && !wished.isBlank()) {
            return new BinaryCache(Path.of(wished));
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path home = runAs.isOther()
                ? Path.of("/var/cache/fuda")
                : (xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache"))
                        .resolve("fuda");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "fuda-cache-" + System.getProperty("user.name"));
        return new BinaryCache(writable(home) && runAs.reaches(home) ? home : mine(temporary));
    }

    private static boolean writable(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** A folder in a place where everybody may write is trusted only when this person made it. */
    private static Path mine(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            String owner = Files.getOwner(folder).getName();
            if (!owner.equals(System.getProperty("user.name"))) {
                throw new LocalStackException("The cache folder " + folder + " belongs to " + owner
                        + ". Set FUDA_CACHE to a folder of your own.");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the cache folder " + folder + ". Set FUDA_CACHE.", e);
        }
    }

    /** The PostgreSQL installation for {@code platform}: a folder with {@code bin}, {@code lib} and {@code share}. */
    Path postgres(Platform platform) {
        return entry("postgres-18", platform.postgresArchive(), (in, folder) -> {
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, folder);
                }
            }
        });
    }

    /** The {@code redis-server} program for {@code platform}. */
    Path redis(Platform platform) {
        return entry("redis-7", platform.redisBinary(), (in, folder) -> {
                    Path file = folder.resolve("redis-server");
                    Files.copy(in, file);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve("redis-server");
    }

    private Path entry(String name, String resource, Unpacking unpacking) {
        try {
            Path place = root.resolve(name + "-" + digest(resource));
            if (Files.isDirectory(place)) {
                return place;
            }
            Files.createDirectories(root);
            Path fresh = Files.createTempDirectory(root, ".unpack-");
            try (InputStream in = open(resource)) {
                unpacking.into(in, fresh);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(place)) {
                    throw e;
                }
            } finally {
                deleteTree(fresh);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + resource + " into " + root, e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = BinaryCache.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new LocalStackException("The bundled program " + resource
                    + " is not on the classpath. Build again: ./mvnw -DskipTests package");
        }
        return in;
    }

    private static String digest(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Deletes {@code folder} and all that is in it; absent is fine. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(each);
            }
        }
    }

    private interface Unpacking {
        void into(InputStream in, Path folder) throws IOException;
    }
}
