package dev.fuda.local;

/** Everything a client needs to open a PostgreSQL database. */
public record DatabaseAccess(String host, int port, String name, String user, String password) {

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** The address as the Vert.x client reads it. */
    public String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + name;
    }

    /** Without the password, since records end up in logs. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name;
    }
}
