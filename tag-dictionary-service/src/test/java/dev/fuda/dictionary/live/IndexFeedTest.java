package dev.fuda.dictionary.live;

import static org.awaitility.Awaitility.await;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class IndexFeedTest {

    @Inject
    IndexFeed feed;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    /** A server that is killed gives the numbers of the transactions that it rolled back last to the next ones. */
    @Test
    void seesAnEditWithTheNumberOfAForgottenTransaction() throws Exception {
        for (int round = 0; round < 2; round++) {
            AtomicInteger rolledBack = new AtomicInteger();
            Thread rolling = Thread.ofVirtual().start(() -> rollBackUntilTheEnd(rolledBack));
            await().until(() -> rolledBack.get() > 1_000);
            feed.caughtUp().await().indefinitely();
            LocalStackResource.killPostgres();
            rolling.join();
            LocalStackResource.startPostgres();
            String tag = "forgotten_" + round;
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("insert into tag (name, category) values ('" + tag + "', 0)");
                statement.execute("insert into tag_change (tag_id) select id from tag where name = '" + tag + "'");
                connection.commit();
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !feed.index().search(tag, null, 5).isEmpty());
        }
    }

    /** Not from the pool, whose connections do not survive the server. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private void rollBackUntilTheEnd(AtomicInteger transactions) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (true) {
                statement.execute("select pg_current_xact_id()");
                connection.rollback();
                transactions.incrementAndGet();
            }
        } catch (SQLException killed) {
            // As it is meant to be.
        }
    }
}
