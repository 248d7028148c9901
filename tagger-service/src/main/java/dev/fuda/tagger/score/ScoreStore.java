package dev.fuda.tagger.score;

import dev.fuda.tagger.model.ModelSpec;
import dev.fuda.tagger.model.Scores;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the raw scores of images by their SHA-256, so that no image is measured twice by one version of a model. */
@ApplicationScoped
public class ScoreStore {

    private static final String REGISTER = """
            insert into tagger_model (name, version, tags, categories) values ($1, $2, $3, $4)
            on conflict (name, version) do update set name = excluded.name
            returning id
            """;
    private static final String FIND =
            "select image_hash, scores from image_score where model_id = $1 and image_hash = any($2::bytea[])";
    private static final String SAVE = """
            insert into image_score (model_id, image_hash, scores)
            select $1, hash, scores from unnest($2::bytea[], $3::bytea[]) as fresh (hash, scores) order by hash
            on conflict do nothing
            """;
    private static final String LATEST = """
            select name, version, tags, categories, scores
            from image_score join tagger_model on tagger_model.id = model_id
            where image_hash = $1 and name = $2 order by model_id desc limit 1
            """;

    private final Pool pool;
    private final Map<String, Integer> modelIds = new ConcurrentHashMap<>();

    ScoreStore(Pool pool) {
        this.pool = pool;
    }

    /** The number under which a version of a model keeps its scores; its list of tags is stored at the first call. */
    public Uni<Integer> modelId(ModelSpec spec) {
        String key = spec.name() + ' ' + spec.version();
        Integer known = modelIds.get(key);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        Tuple row = Tuple.tuple()
                .addString(spec.name())
                .addString(spec.version())
                .addArrayOfString(
                        spec.labels().stream().map(label -> label.tag()).toArray(String[]::new))
                .addArrayOfString(
                        spec.labels().stream().map(label -> label.category()).toArray(String[]::new));
        return pool.preparedQuery(REGISTER)
                .execute(row)
                .map(rows -> rows.iterator().next().getInteger("id"))
                .invoke(id -> modelIds.put(key, id));
    }

    /** The stored scores of those images that have some. */
    public Uni<Map<String, Scores>> find(int modelId, Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple parameters = Tuple.tuple().addInteger(modelId).addValue(bytes(hashes));
        return pool.preparedQuery(FIND).execute(parameters).map(rows -> {
            Map<String, Scores> found = new HashMap<>();
            for (Row row : rows) {
                String hash =
                        HexFormat.of().formatHex(row.getBuffer("image_hash").getBytes());
                found.put(hash, ScoreCodec.decode(row.getBuffer("scores").getBytes()));
            }
            return found;
        });
    }

    /**
     * Stores scores by image; those that are there already stay.
     *
     * @return what is stored now: of two that measured an image at once, both get the scores of the first
     */
    public Uni<Map<String, Scores>> save(int modelId, Map<String, Scores> scores) {
        if (scores.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple parameters = Tuple.tuple()
                .addInteger(modelId)
                .addValue(bytes(scores.keySet()))
                .addValue(scores.values().stream()
                        .map(ScoreCodec::encode)
                        .map(Buffer::buffer)
                        .toArray(Buffer[]::new));
        return pool.preparedQuery(SAVE).execute(parameters).chain(() -> find(modelId, scores.keySet()));
    }

    /** The scores that the newest version of a model gave an image, or null. */
    public Uni<ScoredImage> latest(String hash, String model) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.of(Buffer.buffer(HexFormat.of().parseHex(hash)), model))
                .map(rows ->
                        rows.size() == 0 ? null : ScoredImage.of(rows.iterator().next()));
    }

    private static Buffer[] bytes(Collection<String> hashes) {
        return hashes.stream()
                .map(hash -> Buffer.buffer(HexFormat.of().parseHex(hash)))
                .toArray(Buffer[]::new);
    }
}
