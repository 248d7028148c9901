package dev.fuda.dataset.caption;

import dev.fuda.dataset.caption.CaptionEditor.Outcome;
import dev.fuda.dataset.caption.CaptionEditor.Planner;
import dev.fuda.dataset.caption.CaptionEditor.Wanted;
import dev.fuda.dataset.item.ItemRepository;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a person does to the captions of one item. */
@ApplicationScoped
public class CaptionService {

    static final int MOST_TAGS = 1_000;

    private final Pool pool;
    private final CaptionEditor editor;
    private final ItemRepository items;

    CaptionService(Pool pool, CaptionEditor editor, ItemRepository items) {
        this.pool = pool;
        this.editor = editor;
        this.items = items;
    }

    /**
     * The caption that is edited.
     *
     * @param version of the item as the person saw it; null when it does not matter
     * @param diskHash of a changed file that the person has seen and wants to be replaced, or null
     */
    public record Target(
            long dataset, long item, CaptionState.Key key, Integer version, String diskHash, String author) {

        static Target tags(long dataset, long item, String subtype, String author) {
            return new Target(dataset, item, new CaptionState.Key("tags", subtype), null, null, author);
        }
    }

    /** Gives the caption these tags in this order. Tags that stay keep their group, confidence and origin. */
    public Uni<RetagResult> setTags(Target target, List<String> written) {
        List<String> names = names(written);
        return edit(target, "retag", name -> "Changed the tags of " + name, state -> {
            Map<String, TagState> known = byName(state);
            return state.retagged(names.stream()
                    .map(name -> known.getOrDefault(name, TagState.manual(name, null)))
                    .toList());
        });
    }

    /** Adds a tag at a position (null: the end); one that is there already stays where it is. */
    public Uni<RetagResult> addTag(Target target, String written, Integer position, String group) {
        String name = names(List.of(written == null ? "" : written)).getFirst();
        return edit(target, "retag", file -> "Added " + name + " to " + file, state -> {
            if (state.names().contains(name)) {
                return state;
            }
            List<TagState> tags = new ArrayList<>(state.tags());
            int at = position == null ? tags.size() : Math.clamp(position, 0, tags.size());
            tags.add(at, TagState.manual(name, group));
            requireFew(tags.size());
            return state.retagged(tags);
        });
    }

    /** Takes one tag off the caption it belongs to. */
    public Uni<RetagResult> removeTag(long dataset, long item, long tagId, String author) {
        return pool.preparedQuery("""
                        select c.caption_subtype, n.name from item_tag t join caption c on c.id = t.caption_id
                            join tag_name n on n.id = t.tag_id join item i on i.id = t.item_id
                        where t.id = $1 and t.item_id = $2 and i.dataset_id = $3
                        """).execute(Tuple.of(tagId, item, dataset)).flatMap(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("tag", tagId);
            }
            String name = rows.iterator().next().getString("name");
            Target target = Target.tags(dataset, item, rows.iterator().next().getString("caption_subtype"), author);
            return edit(
                    target,
                    "retag",
                    file -> "Removed " + name + " from " + file,
                    state -> state.retagged(state.tags().stream()
                            .filter(tag -> !tag.name().equals(name))
                            .toList()));
        });
    }

    /** Gives the caption this text; the text of a tag list becomes its tags. */
    public Uni<RetagResult> setText(Target target, String content, String language) {
        CaptionText.check(content);
        return edit(
                target, "caption", name -> "Changed the " + target.key().subtype() + " caption of " + name, state -> {
                    String text = CaptionText.withLineEndsOf(state.content(), content);
                    Map<String, TagState> known = byName(state);
                    List<TagState> tags = !target.key().type().equals("tags")
                            ? List.of()
                            : TagText.parse(text, TagStyle.DEFAULT).tags().stream()
                                    .map(name -> known.getOrDefault(name, TagState.manual(name, null)))
                                    .toList();
                    requireFew(tags.size());
                    return state.with(text, tags).withLanguage(language == null ? state.language() : language);
                });
    }

    private Uni<RetagResult> edit(
            Target target, String kind, Function<String, String> title, Function<CaptionState, CaptionState> change) {
        return items.get(pool, target.dataset(), target.item())
                .flatMap(item -> editor.apply(
                        new OperationHeader(
                                EventIds.next(), kind, title.apply(fileName(item.relativePath())), target.author()),
                        List.of(target.item()),
                        planner(target, change)))
                .flatMap(outcome -> answer(target, outcome))
                .onFailure(CaptionService::isStale)
                .recoverWithUni(stale -> items.get(pool, target.dataset(), target.item())
                        .flatMap(current -> Uni.createFrom().failure(((Problem) stale).with("item", current))));
    }

    private static Planner planner(Target target, Function<CaptionState, CaptionState> change) {
        return item -> {
            if (target.version() != null && target.version() != item.version()) {
                throw Problem.conflict(
                        STALE,
                        "The item was changed meanwhile: you edited version " + target.version() + ", it is at "
                                + item.version() + " now. Look at it and edit again.");
            }
            CaptionState after = change.apply(item.captionOrNew(target.key()));
            return List.of(new Wanted(target.key(), after, target.diskHash(), false));
        };
    }

    private static final String STALE = "stale-version";

    private static boolean isStale(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals(STALE);
    }

    private Uni<RetagResult> answer(Target target, Outcome outcome) {
        if (!outcome.skipped().isEmpty()) {
            return Uni.createFrom().failure(outcome.skipped().getFirst().problem());
        }
        return items.get(pool, target.dataset(), target.item())
                .flatMap(item -> unsaved(outcome).map(reason -> new RetagResult(item, outcome.operationId(), reason)));
    }

    private Uni<String> unsaved(Outcome outcome) {
        return pool.preparedQuery("""
                        select coalesce(c.write_error, 'The file is written in a moment.') as reason,
                            exists (select from caption_conflict x where x.caption_id = c.id) as conflict
                        from caption c where c.id = any($1) and c.dirty
                        """)
                .execute(Tuple.of(outcome.files().toArray(Long[]::new)))
                .map(rows -> rows.size() == 0
                        ? null
                        : rows.iterator().next().getBoolean("conflict")
                                ? "Another program changed the file at the same time. Both texts are kept: choose one."
                                : rows.iterator().next().getString("reason"));
    }

    private static List<String> names(List<String> written) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        for (int i = 0; i < written.size(); i++) {
            String name = TagName.canonical(written.get(i) == null ? "" : written.get(i));
            String field = "tags[" + i + "]";
            TagName.objection(name).ifPresent(objection -> {
                throw Problem.unprocessable("bad-tag", objection).field(field, objection);
            });
            names.put(name, true);
        }
        requireFew(names.size());
        return List.copyOf(names.keySet());
    }

    private static void requireFew(int tags) {
        if (tags > MOST_TAGS) {
            throw Problem.unprocessable(
                    "too-many-tags", "A caption has at most " + MOST_TAGS + " tags; these are " + tags + ".");
        }
    }

    private static Map<String, TagState> byName(CaptionState state) {
        Map<String, TagState> tags = new LinkedHashMap<>();
        state.tags().forEach(tag -> tags.put(tag.name(), tag));
        return tags;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
