package dev.fuda.dictionary.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.fuda.dictionary.name.TagName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of tags as JSON:
 *
 * <ul>
 *   <li>{@code ["tag", …]} or {@code {"tag": count, …}}: one group, named as the file is
 *   <li>{@code {"group": ["tag", …], "other": {"tag": count, …}}}: several
 *   <li>{@code [{"name": "group", "color": "#RRGGBB", "tags": […]}, …]}: several, as this service lists them
 * </ul>
 *
 * @param name the group of the tags that stand in no other
 */
public record GroupFile(Path path, String name) {

    /** Most tags in all groups of a file together. */
    public static final int MOST = 200_000;

    /** A group as the file has it: its name as it is written there, its colour or null, its tags in their order. */
    public record Group(String name, String color, List<String> tags) {}

    /** Takes what could not be read. */
    public interface Rejects {
        void reject(Rejection rejection);
    }

    /**
     * The groups of the file; those that have the same name are one.
     *
     * @throws UnreadableFileException if it is none of these forms, or longer than a file may be
     */
    public List<Group> read(Rejects rejects) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            in.mark(3);
            boolean marked = in.read() == 0xef && in.read() == 0xbb && in.read() == 0xbf;
            in.reset();
            in.skipNBytes(marked ? 3 : 0);
            try (JsonParser json = JsonInput.OF_TAGS.parser(in)) {
                return new Reading(json, name, rejects).groups();
            }
        } catch (JsonProcessingException e) {
            throw JsonInput.notJson(e);
        } catch (CharacterCodingException e) {
            throw JsonInput.notUtf8();
        }
    }

    /** One way through a file. */
    private static final class Reading {
        private final JsonParser json;
        private final String name;
        private final Rejects rejects;
        private final Map<String, Set<String>> tags = new LinkedHashMap<>();
        private final Map<String, String> colors = new LinkedHashMap<>();
        private int taken;

        Reading(JsonParser json, String name, Rejects rejects) {
            this.json = json;
            this.name = name;
            this.rejects = rejects;
        }

        List<Group> groups() throws IOException {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                list();
            } else if (first == JsonToken.START_OBJECT) {
                object();
            } else {
                throw new UnreadableFileException("The file is neither a list nor an object of tags or groups.");
            }
            if (json.nextToken() != null) {
                throw new UnreadableFileException("Something follows the JSON. One file holds one list or object.");
            }
            return tags.entrySet().stream()
                    .map(group -> new Group(group.getKey(), colors.get(group.getKey()), List.copyOf(group.getValue())))
                    .toList();
        }

        private void list() throws IOException {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                switch (json.currentToken()) {
                    case VALUE_STRING -> take(name, json.getText());
                    case START_OBJECT -> described();
                    default -> reject("neither a tag nor a group");
                }
            }
        }

        private void object() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                switch (json.nextToken()) {
                    case START_ARRAY -> names(key);
                    case START_OBJECT -> keys(key);
                    default -> take(name, key);
                }
            }
        }

        /** {@code {"name": …, "color": …, "tags": […]}}, whatever else it says. */
        private void described() throws IOException {
            long line = line();
            String group = null;
            String color = null;
            Set<String> members = new LinkedHashSet<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("name") && value == JsonToken.VALUE_STRING) {
                    group = json.getText();
                } else if (field.equals("color") && value == JsonToken.VALUE_STRING) {
                    color = json.getText();
                } else if (field.equals("tags") && value == JsonToken.START_ARRAY) {
                    strings(members);
                } else {
                    json.skipChildren();
                }
            }
            if (group == null) {
                rejects.reject(Rejection.of(line, "the group has no name", String.join(", ", members)));
                return;
            }
            if (color != null) {
                colors.put(group, color);
            }
            tags.computeIfAbsent(group, key -> new LinkedHashSet<>()).addAll(members);
        }

        private void names(String group) throws IOException {
            strings(tags.computeIfAbsent(group, key -> new LinkedHashSet<>()));
        }

        private void strings(Set<String> members) throws IOException {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    take(members, json.getText());
                } else {
                    reject("not the name of a tag");
                }
            }
        }

        private void keys(String group) throws IOException {
            Set<String> members = tags.computeIfAbsent(group, key -> new LinkedHashSet<>());
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                take(members, json.currentName());
                json.nextToken();
                json.skipChildren();
            }
        }

        private void take(String group, String tag) {
            take(tags.computeIfAbsent(group, key -> new LinkedHashSet<>()), tag);
        }

        private void take(Set<String> members, String tag) {
            if (++taken > MOST) {
                throw new UnreadableFileException("The file has more than " + MOST + " tags. Split it.");
            }
            try {
                members.add(TagName.of(tag));
            } catch (IllegalArgumentException e) {
                rejects.reject(Rejection.of(line(), e.getMessage(), tag));
            }
        }

        private void reject(String reason) throws IOException {
            long line = line();
            String text = json.currentToken().isStructStart() ? "…" : json.getText();
            json.skipChildren();
            rejects.reject(Rejection.of(line, reason, text));
        }

        private long line() {
            return json.currentTokenLocation().getLineNr();
        }
    }
}
