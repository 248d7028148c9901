package dev.fuda.dictionary.operation;

import dev.fuda.dictionary.dataset.Datasets;
import dev.fuda.dictionary.operation.OperationInput.Order;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How far an operation reaches into datasets. Asked outside of its transaction: nobody waits there for another service. */
@ApplicationScoped
class Reach {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Datasets.Impact NOWHERE = new Datasets.Impact(0, 0, 0);

    private static final String GAINED = """
            with recursive gained (id) as (
                select id from tag where name = $1
                union
                select i.consequent_id from gained g join tag_implication i on i.antecedent_id = g.id and i.status = 'active')
            select t.name from gained g join tag t on t.id = g.id order by t.name
            """;

    private final Pool pool;
    private final Datasets datasets;

    Reach(Pool pool, Datasets datasets) {
        this.pool = pool;
        this.datasets = datasets;
    }

    /** What it changes there, which is nothing where datasets do not follow; empty when they do not answer. */
    Uni<Optional<Datasets.Impact>> of(Order order) {
        if (!order.reachesDatasets()) {
            return Uni.createFrom().item(Optional.of(NOWHERE));
        }
        return gained(order)
                .flatMap(gained -> Uni.createFrom()
                        .item(() -> datasets.impact(List.of(order.tag()), gained))
                        .runSubscriptionOn(THREADS));
    }

    /** The tags that an implication adds: an item that has all of them is not touched. */
    private Uni<List<String>> gained(Order order) {
        if (order.kind() != OperationKind.IMPLICATION) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(GAINED).execute(Tuple.of(order.target())).map(rows -> {
            List<String> names = new ArrayList<>();
            rows.forEach(row -> names.add(row.getString("name")));
            return names;
        });
    }
}
