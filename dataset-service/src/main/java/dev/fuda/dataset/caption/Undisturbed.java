package dev.fuda.dataset.caption;

import io.smallrye.mutiny.Uni;

/** Work that is finished also when nobody waits for it any more: a browser that leaves must not stop a transaction. */
public final class Undisturbed {

    private Undisturbed() {}

    /** The same work; cancelling the result does not cancel it. */
    public static <T> Uni<T> run(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
