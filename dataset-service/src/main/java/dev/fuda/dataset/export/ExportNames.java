package dev.fuda.dataset.export;

import dev.fuda.dataset.caption.TagName;
import dev.fuda.dataset.dictionary.Dictionary;
import dev.fuda.dataset.dictionary.Dictionary.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Under which names an export writes tags: those of the dictionary, and those that the target model was trained with. */
@ApplicationScoped
class ExportNames {

    private static final String OFF = "off";
    private static final String APPLIED = "applied";
    private static final String AWAY = "away";

    private final Dictionary dictionary;

    ExportNames(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * What came of it.
     *
     * @param changed the names that are written otherwise
     * @param aliases applied, off, or away when the dictionary did not answer
     * @param vocabulary the same, with numbers when applied
     */
    record Names(Map<String, String> changed, String aliases, String vocabulary) {}

    /**
     * Asks the dictionary for what the request wants; without an answer names stay as they are.
     *
     * @param tags all tags of the export, read only if needed
     */
    Names of(ExportRequest request, Supplier<Set<String>> tags) throws InterruptedException {
        if (!request.asksForAliases() && request.vocabularyId() == null) {
            return new Names(Map.of(), OFF, OFF);
        }
        Set<String> all = tags.get();
        Map<String, String> changed = new HashMap<>();
        String aliases = OFF;
        if (request.asksForAliases()) {
            Optional<Map<String, String>> meanings = dictionary.meanings(all);
            meanings.ifPresent(changed::putAll);
            aliases = meanings.isPresent() ? APPLIED : AWAY;
        }
        String vocabulary = OFF;
        if (request.vocabularyId() != null) {
            Optional<List<Written>> written = dictionary.written(request.vocabularyId(), all);
            vocabulary = written.map(names -> inWords(names, changed)).orElse(AWAY);
        }
        return new Names(changed, aliases, vocabulary);
    }

    /** The target's names win: it has followed the aliases itself. */
    private static String inWords(List<Written> names, Map<String, String> changed) {
        int known = 0;
        int nearest = 0;
        for (Written name : names) {
            String there = name.written() == null ? name.nearest() : name.written();
            if (there != null) {
                changed.put(name.name(), TagName.canonical(there));
            }
            known += name.written() == null ? 0 : 1;
            nearest += name.written() == null && there != null ? 1 : 0;
        }
        return "%s; known=%d; nearest=%d; unknown=%d"
                .formatted(APPLIED, known, nearest, names.size() - known - nearest);
    }
}
