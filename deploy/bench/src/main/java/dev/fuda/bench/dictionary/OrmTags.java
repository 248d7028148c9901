package dev.fuda.bench.dictionary;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.local.DatabaseAccess;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;

/**
 * The import that bulk import is compared with: an entity per row, a commit per thousand rows, as specification 1's
 * loader does it, into the same tables.
 */
final class OrmTags {

    private static final int COMMIT_EVERY = 1_000;

    private static final Logger HIBERNATE_LOG = Logger.getLogger("org.hibernate");

    private OrmTags() {}

    /** A row of {@code tag}. */
    @Entity
    @Table(name = "tag")
    static class OrmTag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
        short category;
        int count;
        String source = "danbooru";

        @Column(name = "is_official")
        boolean official = true;

        @Column(name = "is_deprecated")
        boolean deprecated;

        @Column(name = "is_starter")
        boolean starter;

        int version = 1;

        @OneToMany(mappedBy = "tag", cascade = CascadeType.PERSIST)
        List<OrmAlias> aliases = new ArrayList<>();
    }

    /** A row of {@code tag_alias}. */
    @Entity
    @Table(name = "tag_alias")
    static class OrmAlias {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        @JoinColumn(name = "tag_id")
        OrmTag tag;

        String alias;
    }

    static void insert(DatabaseAccess database, List<ImportRow> rows) {
        // Hibernate tells its whole configuration at each start; figures are what a benchmark prints.
        HIBERNATE_LOG.setLevel(Level.SEVERE);
        Configuration configuration = new Configuration()
                .addAnnotatedClass(OrmTag.class)
                .addAnnotatedClass(OrmAlias.class)
                .setProperty("hibernate.connection.url", database.jdbcUrl())
                .setProperty("hibernate.connection.username", database.user())
                .setProperty("hibernate.connection.password", database.password())
                .setProperty("hibernate.jdbc.batch_size", String.valueOf(COMMIT_EVERY))
                .setProperty("hibernate.order_inserts", "true");
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            for (int from = 0; from < rows.size(); from += COMMIT_EVERY) {
                insertSome(factory, rows.subList(from, Math.min(rows.size(), from + COMMIT_EVERY)));
            }
        }
    }

    private static void insertSome(SessionFactory factory, List<ImportRow> rows) {
        try (Session session = factory.openSession()) {
            Transaction transaction = session.beginTransaction();
            for (ImportRow row : rows) {
                OrmTag tag = new OrmTag();
                tag.name = row.name();
                tag.category = (short) row.category().code();
                tag.count = row.count();
                for (String name : row.aliases()) {
                    OrmAlias alias = new OrmAlias();
                    alias.tag = tag;
                    alias.alias = name;
                    tag.aliases.add(alias);
                }
                session.persist(tag);
            }
            transaction.commit();
        }
    }
}
