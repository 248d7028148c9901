package dev.fuda.dictionary.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * The index's own way into the database. The pool's connections can all be busy with imports and slow downloads, and
 * after a server's end each of them fails once. These notice a server that is silent, too.
 */
final class OwnConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OwnConnection.class);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);

    /** Without a single byte, since a look takes milliseconds; twice as long after each failure until a look works. */
    private static final Duration LOOK_PATIENCE = Duration.ofMillis(400);

    private static final Duration LONGEST_LOOK_PATIENCE = Duration.ofSeconds(30);

    /** Until the first of all rows, or between two parts of them. */
    private static final Duration READ_PATIENCE = Duration.ofMinutes(2);

    private final String url;
    private final String user;
    private final String password;
    private Connection kept;
    private boolean proven;
    private Duration patience = LOOK_PATIENCE;

    OwnConnection(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The one for quick looks, which stays open; for one thread. */
    Connection forLooks() throws SQLException {
        if (kept == null) {
            kept = connect(CONNECT_PATIENCE);
        }
        // As a property of the connection it would be whole seconds.
        kept.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        return kept;
    }

    /** A new one for reading everything; the caller closes it. */
    Connection forReading() throws SQLException {
        return connect(READ_PATIENCE);
    }

    private Connection connect(Duration patience) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", String.valueOf(CONNECT_PATIENCE.toSeconds()));
        login.setProperty("socketTimeout", String.valueOf(patience.toSeconds()));
        return DriverManager.getConnection(url, login);
    }

    /** The one for looks has done its work. */
    void worked() {
        proven = true;
        patience = LOOK_PATIENCE;
    }

    /**
     * Forgets the one for looks, which failed; the next look gets a new one.
     *
     * @return whether it had worked before, so that a new one may do at once
     */
    boolean failed() {
        boolean lost = proven;
        Duration longer = patience.multipliedBy(2);
        patience = longer.compareTo(LONGEST_LOOK_PATIENCE) < 0 ? longer : LONGEST_LOOK_PATIENCE;
        close();
        return lost;
    }

    @Override
    public void close() {
        proven = false;
        if (kept != null) {
            try {
                kept.close();
            } catch (SQLException e) {
                LOG.debug("A lost connection could not be closed", e);
            }
            kept = null;
        }
    }
}
