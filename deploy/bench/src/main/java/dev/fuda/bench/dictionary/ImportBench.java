package dev.fuda.bench.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fuda.bench.Bench;
import dev.fuda.bench.Comparison;
import dev.fuda.bench.House;
import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A whole tag list into the dictionary: through the service's own front door (upload, rules, event, commit, all
 * indexes, until every tag can be found), against an ORM writing the same rows into the same tables of the same durable
 * PostgreSQL, and against COPY of rows made ready beforehand. In the end all tables must hold the same.
 */
public final class ImportBench implements Bench {

    private static final int ROUNDS = 3;
    private static final int COPY_ROUNDS = 7;
    private static final double TIMES_COPY = 0.35;
    private static final double TIMES_ORM = 6;

    private static final String EMPTY = "truncate tag, tag_alias restart identity cascade";
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

    private static final String FINGERPRINT = """
            select count(*) || ' tags, ' || sum(aliases) || ' aliases, md5 ' ||
                   md5(string_agg(md5(name || '|' || category || '|' || count || '|' || names), '' order by name))
            from (
                select t.name, t.category, t.count, count(a.alias) as aliases,
                       coalesce(string_agg(a.alias, ',' order by a.alias), '') as names
                from tag t left join tag_alias a on a.tag_id = t.id
                group by t.id
            ) rows
            """;

    private final boolean many;

    /** One list of a site. */
    public ImportBench() {
        this(false);
    }

    /** @param many 1.8 million tags, of which the ORM takes minutes: it gets one round */
    ImportBench(boolean many) {
        this.many = many;
    }

    @Override
    public String name() {
        return many ? "import-many" : "import";
    }

    @Override
    public String question() {
        return many
                ? "1.8 million tags through the dictionary's import, against raw COPY and an ORM in batches of 1,000 (6 minutes)"
                : "a tag list through the dictionary's import, against an ORM in batches of 1,000 and raw COPY";
    }

    @Override
    public void run() throws Exception {
        TagList real = TagList.load(House.root());
        TagList list = many ? TagList.of(ManyTags.like(real.rows())) : real;
        System.out.println("  list: " + list.describe());
        try (House house = new House(House.root());
                HttpClient http = HttpClient.newHttpClient()) {
            house.start(Service.DICTIONARY, Map.of("FUDA_DICTIONARY_STARTER", "false"));
            URI address = house.address(Service.DICTIONARY, "/tag-dictionary/import");
            DatabaseAccess ours = house.database(Service.DICTIONARY.databaseName());
            DatabaseAccess copied = withTables(house, "fuda_copy");
            DatabaseAccess mapped = withTables(house, "fuda_orm");
            RawCopy raw = new RawCopy(list.rows());
            Comparison.Side service = () -> rowsPerSecond(ours, list, () -> importWhole(http, address, list));
            Comparison copy = new Comparison("rows/s")
                    .measure(
                            many ? ROUNDS : COPY_ROUNDS,
                            service,
                            () -> rowsPerSecond(copied, list, () -> raw.insert(copied)));
            requireEqual(text(ours, FINGERPRINT), text(copied, FINGERPRINT));
            System.out.println("  equal rows: " + text(ours, FINGERPRINT));
            print(copy, "raw COPY", TIMES_COPY);
            Comparison.Side entities = () -> rowsPerSecond(mapped, list, () -> OrmTags.insert(mapped, list.rows()));
            Comparison orm = new Comparison("rows/s");
            if (many) {
                orm.add(service.measure(), entities.measure());
            } else {
                orm.measure(ROUNDS, service, entities);
            }
            requireEqual(text(ours, FINGERPRINT), text(mapped, FINGERPRINT));
            print(orm, "entity per row", TIMES_ORM);
        }
    }

    private static void print(Comparison comparison, String peer, double wanted) {
        System.out.print(comparison.table("import", peer));
        System.out.printf("  wanted at least %.2f: %s%n", wanted, comparison.ratio() >= wanted ? "met" : "NOT met");
    }

    private static double rowsPerSecond(DatabaseAccess database, TagList list, Work work) throws Exception {
        execute(database, EMPTY);
        long started = System.nanoTime();
        work.run();
        return list.rows().size() / ((System.nanoTime() - started) / 1e9);
    }

    /** One way to bring the list into a database. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static void importWhole(HttpClient http, URI address, TagList list) throws Exception {
        JsonNode report = Uploads.importFile(http, address, list.file());
        if (report.get("imported_count").asInt() != list.rows().size()) {
            throw new IllegalStateException("Not every row was imported: " + report);
        }
    }

    /** A database with the service's own tables, so that all sides keep the same indexes and checks. */
    private static DatabaseAccess withTables(House house, String name) throws SQLException, IOException {
        DatabaseAccess database = house.database(name);
        Path folder = House.root().resolve("tag-dictionary-service/src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.sorted(Comparator.comparingInt(ImportBench::version)).toList()) {
                execute(database, Files.readString(file));
            }
        }
        return database;
    }

    private static int version(Path file) {
        Matcher name = MIGRATION.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException("No migration: " + file);
        }
        return Integer.parseInt(name.group(1));
    }

    private static void requireEqual(String ours, String theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("The tables differ: " + ours + " and " + theirs);
        }
    }

    private static void execute(DatabaseAccess database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(DatabaseAccess database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(DatabaseAccess database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
