package dev.fuda.dictionary.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagDetails;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into the staging table with COPY while the file is still being read. */
final class CopyRows implements RowSink, AutoCloseable {

    /** Between the aliases of a row; a control character, which no name holds. */
    static final char BETWEEN_ALIASES = '\u001f';

    private static final int CHUNK = 1 << 16;
    private static final JsonFactory JSON = new JsonFactory();

    private final CopyIn copy;
    private final RejectionList rejections;
    private final StringBuilder pending = new StringBuilder(CHUNK + 4096);
    private boolean ended;
    private boolean hasDetails;
    private boolean hasDeprecated;

    CopyRows(Connection connection, RejectionList rejections) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy staged from stdin");
        this.rejections = rejections;
    }

    @Override
    public void row(ImportRow row) throws IOException {
        pending.append(row.line()).append('\t');
        text(row.name());
        pending.append('\t')
                .append(row.category().code())
                .append('\t')
                .append(row.count())
                .append('\t');
        text(row.displayName());
        pending.append('\t');
        text(row.description());
        pending.append('\t');
        aliases(row);
        pending.append('\t');
        details(row);
        pending.append('\n');
        if (pending.length() >= CHUNK) {
            send();
        }
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    private void aliases(ImportRow row) {
        if (row.aliases().isEmpty()) {
            pending.append("\\N");
            return;
        }
        for (int i = 0; i < row.aliases().size(); i++) {
            if (i > 0) {
                pending.append(BETWEEN_ALIASES);
            }
            text(row.aliases().get(i));
        }
    }

    private void details(ImportRow row) throws IOException {
        TagDetails details = row.details();
        if (details == null) {
            pending.append("\\N");
            return;
        }
        hasDetails = true;
        hasDeprecated |= details.deprecated();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("wiki_url", details.wikiUrl());
            json.writeStringField("source", details.source());
            json.writeObjectField("is_official", details.official());
            json.writeStringField("source_name", details.sourceName());
            json.writeBooleanField("is_deprecated", details.deprecated());
            json.writeStringField("replacement", details.replacement());
            json.writeArrayFieldStart("translations");
            for (TagDetails.Translated translated : details.translations()) {
                json.writeStartArray();
                json.writeString(translated.language());
                json.writeString(translated.translation());
                json.writeString(translated.source());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        text(text.toString());
    }

    /** Whether the file holds whole tags. */
    boolean hasDetails() {
        return hasDetails;
    }

    /** Whether a tag of the file is deprecated, and so may lead to another one. */
    boolean hasDeprecated() {
        return hasDeprecated;
    }

    private void text(String text) {
        if (text == null) {
            pending.append("\\N");
            return;
        }
        if (isPlain(text)) {
            pending.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> pending.append("\\\\");
                case '\n' -> pending.append("\\n");
                case '\r' -> pending.append("\\r");
                case '\t' -> pending.append("\\t");
                default -> pending.append(c);
            }
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void send() throws IOException {
        byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        pending.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IOException("The database stopped taking rows", e);
        }
    }

    /** Sends what is left and returns the number of rows. */
    long end() throws IOException, SQLException {
        send();
        ended = true;
        return copy.endCopy();
    }

    /** Without {@link #end()} nothing is kept. */
    @Override
    public void close() throws SQLException {
        if (!ended && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
