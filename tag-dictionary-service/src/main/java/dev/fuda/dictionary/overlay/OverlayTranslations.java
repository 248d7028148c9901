package dev.fuda.dictionary.overlay;

import dev.fuda.dictionary.file.OverlayTag.Translated;
import dev.fuda.dictionary.operation.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The translations of some tags: a person's stand where the person had them, and those of lists keep their order around
 * them.
 */
final class OverlayTranslations {

    /** Position is a smallint. */
    private static final int LAST = 32_767;

    private final Map<Long, List<Line>> lines = new HashMap<>();
    private final List<Line> added = new ArrayList<>();
    private final Set<Line> moved = new HashSet<>();

    /** One translation as it is going to be; without an id where it is new. */
    private static final class Line {
        private final Long id;
        private final long tag;
        private final String language;
        private final String translation;
        private String source;
        private int position;
        private boolean own;

        Line(Long id, long tag, String language, String translation, String source, int position, boolean own) {
            this.id = id;
            this.tag = tag;
            this.language = language;
            this.translation = translation;
            this.source = source;
            this.position = position;
            this.own = own;
        }

        boolean says(Translated given) {
            return language.equals(given.language()) && translation.equals(given.translation());
        }
    }

    static OverlayTranslations of(Tx tx, Long[] tags) {
        OverlayTranslations all = new OverlayTranslations();
        tx.rows(OverlaySql.TRANSLATIONS, (Object) tags)
                .forEach(row -> all.lines
                        .computeIfAbsent(row.getLong("tag_id"), tag -> new ArrayList<>())
                        .add(new Line(
                                row.getLong("id"),
                                row.getLong("tag_id"),
                                row.getString("language"),
                                row.getString("translation"),
                                row.getString("source"),
                                row.getInteger("position"),
                                Boolean.TRUE.equals(row.getBoolean("is_own")))));
        return all;
    }

    /**
     * Takes what a person says of a tag.
     *
     * @return whether anything of it was otherwise before
     */
    boolean place(long tag, List<Translated> given) {
        List<Line> there = lines.getOrDefault(tag, List.of());
        Set<Line> said = new HashSet<>();
        boolean isNew = false;
        for (Translated each : given) {
            if (said.stream().anyMatch(line -> line.says(each))) {
                continue;
            }
            Line line =
                    there.stream().filter(known -> known.says(each)).findFirst().orElse(null);
            if (line == null) {
                line = new Line(null, tag, each.language(), each.translation(), each.source(), each.position(), true);
                added.add(line);
                isNew = true;
            } else if (!line.own || !line.source.equals(each.source()) || line.position != each.position()) {
                line.own = true;
                line.source = each.source();
                line.position = each.position();
                moved.add(line);
                isNew = true;
            }
            said.add(line);
        }
        if (isNew) {
            makeRoom(there, said);
        }
        return isNew;
    }

    /** All others take, in their order, the positions that are free. */
    private void makeRoom(List<Line> there, Set<Line> said) {
        Set<Integer> taken = new HashSet<>();
        said.forEach(line -> taken.add(line.position));
        int next = 0;
        for (Line line : there.stream()
                .filter(line -> !said.contains(line))
                .sorted(Comparator.comparingInt(line -> line.position))
                .toList()) {
            while (taken.contains(next)) {
                next++;
            }
            int position = Math.min(next++, LAST);
            if (line.position != position) {
                line.position = position;
                moved.add(line);
            }
        }
    }

    void write(Tx tx) {
        if (!added.isEmpty()) {
            tx.write(
                    OverlaySql.ADD_TRANSLATIONS,
                    added.stream().map(line -> line.tag).toArray(Long[]::new),
                    added.stream().map(line -> line.language).toArray(String[]::new),
                    added.stream().map(line -> line.translation).toArray(String[]::new),
                    added.stream().map(line -> line.source).toArray(String[]::new),
                    added.stream().map(line -> line.position).toArray(Integer[]::new));
        }
        if (!moved.isEmpty()) {
            List<Line> rows = List.copyOf(moved);
            tx.write(
                    OverlaySql.MOVE_TRANSLATIONS,
                    rows.stream().map(line -> line.id).toArray(Long[]::new),
                    rows.stream().map(line -> line.position).toArray(Integer[]::new),
                    rows.stream().map(line -> line.source).toArray(String[]::new),
                    rows.stream().map(line -> line.own).toArray(Boolean[]::new));
        }
    }
}
