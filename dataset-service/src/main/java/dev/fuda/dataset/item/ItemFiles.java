package dev.fuda.dataset.item;

import dev.fuda.dataset.scan.AllowedRoots;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** Finds the image files of items. */
@ApplicationScoped
class ItemFiles {

    private final Pool pool;
    private final AllowedRoots roots;

    ItemFiles(Pool pool, AllowedRoots roots) {
        this.pool = pool;
        this.roots = roots;
    }

    /**
     * An image of an item.
     *
     * @param suffix which image of a group; null for the primary one
     * @throws Problem 404 when there is no such item or image, or its file is gone
     */
    Uni<ItemFile> find(long dataset, long item, String suffix) {
        return pool.preparedQuery("""
                        select d.path, m.relative_path, m.format, m.file_size, m.mtime, m.sha256
                        from item i join dataset d on d.id = i.dataset_id
                            join item_image m on m.item_id = i.id and m.suffix = coalesce($3, i.image_suffix)
                        where i.dataset_id = $1 and i.id = $2
                        """)
                .execute(Tuple.of(dataset, item, suffix))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound(suffix == null ? "item" : "image " + suffix + " of item", item);
                    }
                    return rows.iterator().next();
                })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::checked);
    }

    private ItemFile checked(Row row) {
        String relative = row.getString("relative_path");
        try {
            Path real = Path.of(row.getString("path"), relative).toRealPath();
            BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class);
            if (!roots.contains(real) || !now.isRegularFile() || !Files.isReadable(real)) {
                throw gone(relative);
            }
            long mtime = now.lastModifiedTime().to(TimeUnit.MICROSECONDS);
            boolean same = now.size() == row.getLong("file_size") && mtime == row.getLong("mtime");
            String version = same
                    ? row.getString("sha256")
                    : "changed-" + Long.toHexString(mtime) + "-" + Long.toHexString(now.size());
            return new ItemFile(real, "image/" + row.getString("format"), now.size(), version);
        } catch (IOException | SecurityException | InvalidPathException unreadable) {
            throw gone(relative);
        }
    }

    private static Problem gone(String relative) {
        return new Problem(
                404, "file-missing", "The file " + relative + " cannot be read any more. Scan the dataset again.");
    }
}
