package dev.fuda.dataset.item;

import io.vertx.mutiny.sqlclient.Pool;

/** Makes tag names without a container. */
public final class NewTagNames {

    private NewTagNames() {}

    public static TagNames over(Pool pool) {
        return new TagNames(pool);
    }
}
