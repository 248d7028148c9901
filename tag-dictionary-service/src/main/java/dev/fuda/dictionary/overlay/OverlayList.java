package dev.fuda.dictionary.overlay;

import dev.fuda.dictionary.file.OverlayFile;
import dev.fuda.dictionary.file.OverlayTag;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The entries of a file, tags in the order of their names, and what became of each. */
final class OverlayList implements OverlayFile.Sink {

    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_REJECTIONS = 1_000;

    /** What stands between two braces of the file. */
    sealed interface Entry {
        long line();

        String text();
    }

    /** One tag. */
    record Said(long line, OverlayTag tag) implements Entry {
        @Override
        public String text() {
            return tag.name();
        }
    }

    /** One implication. */
    record Implied(long line, String antecedent, String consequent) implements Entry {
        @Override
        public String text() {
            return antecedent + " → " + consequent;
        }
    }

    final Map<String, Said> tags = new TreeMap<>();
    final List<Implied> implications = new ArrayList<>();
    private final List<Rejection> unread = new ArrayList<>();
    private int unreadCount;

    private final List<Rejection> rejected = new ArrayList<>();
    private final Set<Entry> applied = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Entry> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
    private int rejectedCount;

    @Override
    public void tag(long line, OverlayTag tag) {
        requireRoom(tags.size());
        Said before = tags.putIfAbsent(tag.name(), new Said(line, tag));
        if (before != null) {
            reject(Rejection.of(line, "the tag is already on line " + before.line() + ", which was taken", tag.name()));
        }
    }

    @Override
    public void implication(long line, String antecedent, String consequent) {
        requireRoom(implications.size());
        implications.add(new Implied(line, antecedent, consequent));
    }

    @Override
    public void reject(Rejection rejection) {
        if (unreadCount++ < MOST_REJECTIONS) {
            unread.add(rejection);
        }
    }

    private static void requireRoom(int entries) {
        if (entries == MOST_ENTRIES) {
            throw Problem.unprocessable(
                    "too-many-entries",
                    "The overlay has more than " + MOST_ENTRIES
                            + " tags or implications. What is as long as this is a list: import it as one.");
        }
    }

    /** Of all tags that the file speaks of. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(tags.keySet());
        tags.values().forEach(said -> {
            if (said.tag().replacement() != null) {
                names.add(said.tag().replacement());
            }
        });
        implications.forEach(implied -> names.addAll(List.of(implied.antecedent(), implied.consequent())));
        return names;
    }

    /** Of all that leads somewhere, or is led to, by aliases and replacements. */
    Set<String> leading() {
        Set<String> names = new TreeSet<>(tags.keySet());
        tags.values().forEach(said -> {
            names.addAll(said.tag().aliases());
            if (said.tag().replacement() != null) {
                names.add(said.tag().replacement());
            }
        });
        return names;
    }

    /** For another try: what the file itself rejects stays. */
    void beginAgain() {
        rejected.clear();
        applied.clear();
        faulty.clear();
        rejectedCount = 0;
    }

    /** Something of the entry is so now that was not before. */
    void apply(Entry entry) {
        applied.add(entry);
    }

    /** The entry, or a part of it, can't be kept. */
    void reject(Entry entry, String reason) {
        faulty.add(entry);
        if (rejectedCount++ < MOST_REJECTIONS) {
            rejected.add(Rejection.of(entry.line(), reason, entry.text()));
        }
    }

    OverlayReport report(boolean dryRun) {
        faulty.removeAll(applied);
        List<Rejection> all = new ArrayList<>(unread);
        all.addAll(rejected);
        all.sort(Comparator.comparingLong(Rejection::line));
        return new OverlayReport(
                applied.size(),
                tags.size() + implications.size() - applied.size() - faulty.size(),
                unreadCount + rejectedCount,
                all.stream().limit(MOST_REJECTIONS).toList(),
                dryRun);
    }
}
