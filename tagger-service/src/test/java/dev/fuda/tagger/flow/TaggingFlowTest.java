package dev.fuda.tagger.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.event.TagRequested;
import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.event.TaggerEvent.TagScore;
import dev.fuda.kernel.event.TaggerEvent.TaggingFailed;
import dev.fuda.local.LocalStackResource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "tagger"))
@WithTestResource(ImageSource.class)
class TaggingFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong ITEMS = new AtomicLong(1);

    @Inject
    RedisDataSource redis;

    @Inject
    EventCodec codec;

    @Inject
    Pool pool;

    private final UUID job = UUID.randomUUID();

    @Test
    void anImageIsTaggedOnceForAllThatAskForIt() {
        List<TagRequested> requests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            requests.add(request("/image/501"));
        }
        send("fuda:dataset", requests.subList(0, 3));
        send("fuda:requests", requests.subList(3, 5));
        List<ItemTagged> answers = answers(ItemTagged.class, 5);

        assertThat(answers).extracting(ItemTagged::itemId).containsExactlyInAnyOrderElementsOf(items(requests));
        assertThat(answers).extracting(ItemTagged::imageHash).containsOnly(ImageSource.hash("/image/501"));
        assertThat(answers).extracting(ItemTagged::modelVersion).containsOnly("1");
        List<TagScore> scores = answers.getFirst().scores();
        assertThat(scores)
                .isNotEmpty()
                .allSatisfy(score -> assertThat(score.score()).isBetween(0.01f, 1f));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.scores()).isEqualTo(scores));
        given().get("/taggers/scores/" + ImageSource.hash("/image/501"))
                .then()
                .statusCode(200)
                .body("scores.tag", hasItem(scores.getFirst().tag()));

        int asked = asked(501);
        send("fuda:dataset", List.of(request("/image/501")));
        answers(ItemTagged.class, 6);
        assertThat(asked(501)).as("fetches after the scores were stored").isEqualTo(asked);
    }

    @Test
    void aThousandRequestsWithDuplicatesGiveOneAnswerEach() {
        List<TagRequested> distinct = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            distinct.add(request("/image/" + (600 + i % 60)));
        }
        List<TagRequested> sent = new ArrayList<>(distinct);
        sent.addAll(distinct.subList(0, 400));
        sent.addAll(distinct.subList(0, 100));
        Collections.shuffle(sent, new Random(7));
        send("fuda:dataset", sent);
        List<ItemTagged> answers = answers(ItemTagged.class, 1_000);
        await().atMost(PATIENCE).until(() -> status("pending") + status("in_flight") == 0);

        assertThat(answers(ItemTagged.class, 1_000))
                .hasSize(1_000)
                .extracting(ItemTagged::itemId)
                .containsExactlyInAnyOrderElementsOf(items(distinct));
        Map<String, Long> scoresByHash = answers.stream()
                .collect(Collectors.groupingBy(
                        ItemTagged::imageHash,
                        Collectors.mapping(ItemTagged::scores, Collectors.collectingAndThen(Collectors.toSet(), set ->
                                (long) set.size()))));
        assertThat(scoresByHash)
                .hasSize(60)
                .allSatisfy((hash, different) -> assertThat(different).isEqualTo(1));
        for (int n = 600; n < 660; n++) {
            assertThat(asked(n)).as("fetches of image %d", n).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /truncated/701 | The PNG file is broken or cut off.
            /text/702      | The file is no PNG, JPEG or WebP image.
            /nowhere/703   | The dataset service has this image no longer (404).
            /huge/704      | The image file is larger than 1 MiB.
            http://127.0.0.1:1/image/705   | image_url must be a path of the dataset service, not 'http://127.0.0.1:1/image/705'.
            //example.org/image/706        | image_url must be a path of the dataset service, not '//example.org/image/706'.
            """)
    void tellsWhyAnImageCantBeTagged(String url, String reason) {
        String path = url.substring(url.lastIndexOf('/', url.lastIndexOf('/') - 1));
        TagRequested request =
                new TagRequested(job, 1, ITEMS.incrementAndGet(), ImageSource.hash(path), "palette", url);
        send("fuda:dataset", List.of(request));
        assertThat(answers(TaggingFailed.class, 1))
                .containsExactly(new TaggingFailed(job, 1, request.itemId(), request.imageHash(), "palette", reason));
    }

    @Test
    void oneDamagedImageDoesntHarmItsNeighbours() {
        List<TagRequested> good = new ArrayList<>();
        List<TagRequested> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            TagRequested request = request((i % 10 == 4 ? "/truncated/" : "/image/") + (720 + i));
            all.add(request);
            if (i % 10 != 4) {
                good.add(request);
            }
        }
        send("fuda:dataset", all);
        assertThat(answers(ItemTagged.class, 27))
                .extracting(ItemTagged::itemId)
                .containsExactlyInAnyOrderElementsOf(items(good));
        assertThat(answers(TaggingFailed.class, 3))
                .extracting(TaggingFailed::reason)
                .containsOnly("The PNG file is broken or cut off.");
    }

    @Test
    void oneOfTwoPlacesOfAnImageIsEnough() {
        String hash = ImageSource.hash("/image/790");
        List<TagRequested> requests = List.of(
                new TagRequested(job, 1, ITEMS.incrementAndGet(), hash, "palette", "/nowhere/790"),
                new TagRequested(job, 1, ITEMS.incrementAndGet(), hash, "palette", "/image/790"));
        send("fuda:dataset", requests);
        await().atMost(PATIENCE)
                .until(() -> published(ItemTagged.class).stream()
                        .anyMatch(
                                tagged -> tagged.itemId() == requests.getLast().itemId()));
    }

    @Test
    void waitsForASourceThatIsAwayForAWhile() {
        send("fuda:dataset", List.of(request("/flaky/801")));
        assertThat(answers(ItemTagged.class, 1)).hasSize(1);
        assertThat(asked(801)).isEqualTo(3);
    }

    @Test
    void refusesAnImageThatHasChangedSince() {
        TagRequested request =
                new TagRequested(job, 1, ITEMS.incrementAndGet(), "ab".repeat(32), "palette", "/image/802");
        send("fuda:dataset", List.of(request));
        assertThat(answers(TaggingFailed.class, 1))
                .extracting(TaggingFailed::reason)
                .containsExactly("The image has changed since it was requested; index the dataset again.");
    }

    @Test
    void answersRequestsThatCantBeUnderstood() {
        long item = ITEMS.incrementAndGet();
        send(
                "fuda:requests",
                List.of(
                        new TagRequested(job, 1, item, "no hash", "palette", "/image/1"),
                        new TagRequested(job, 1, item, "ab".repeat(32), "no-such-model", "/image/1"),
                        new TagRequested(job, 1, item, "ab".repeat(32), "palette", null)));
        assertThat(answers(TaggingFailed.class, 3))
                .extracting(TaggingFailed::reason)
                .containsExactlyInAnyOrder(
                        "The request has no image_hash of 64 hexadecimal digits.",
                        "The model 'no-such-model' can't be used: There is no tagger model 'no-such-model'.",
                        "The request names no image_url.");
    }

    @Test
    void aFailedItemIsTriedAgainWhenItIsAskedForAgain() {
        TagRequested request = new TagRequested(
                job, 1, ITEMS.incrementAndGet(), ImageSource.hash("/image/803"), "palette", "/nowhere/803");
        send("fuda:dataset", List.of(request));
        answers(TaggingFailed.class, 1);
        send(
                "fuda:dataset",
                List.of(new TagRequested(job, 1, request.itemId(), request.imageHash(), "palette", "/image/803")));
        assertThat(answers(ItemTagged.class, 1)).hasSize(1);
    }

    @Test
    void tasksOfAWorkerThatEndedAreTakenOver() {
        List<TagRequested> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TagRequested request = request("/image/" + (820 + i));
            requests.add(request);
            leftBehind(request, 1);
        }
        assertThat(answers(ItemTagged.class, 20))
                .extracting(ItemTagged::itemId)
                .containsExactlyInAnyOrderElementsOf(items(requests));
    }

    @Test
    void anImageThatEndsEveryWorkerIsLeftAlone() {
        TagRequested request = request("/image/850");
        leftBehind(request, 4);
        assertThat(answers(TaggingFailed.class, 1))
                .extracting(TaggingFailed::reason)
                .containsExactly("The tagger ended 5 times while it measured this image; it is left alone.");
        assertThat(asked(850)).isZero();
    }

    @Test
    void killedServersLoseAndDoubleNothing() {
        List<TagRequested> requests = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            requests.add(request("/image/" + (1_000 + i)));
        }
        long tagged = status("tagged");
        send("fuda:dataset", requests);
        await().atMost(PATIENCE).until(() -> status("in_flight") > 0);
        LocalStackResource.killPostgres();
        LocalStackResource.startPostgres();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> published(ItemTagged.class).size() >= 40);
        LocalStackResource.killRedis();
        LocalStackResource.startRedis();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> published(ItemTagged.class).size() >= 120);
        await().atMost(PATIENCE).until(() -> status("pending") + status("in_flight") == 0);
        assertThat(published(ItemTagged.class).stream().map(ItemTagged::itemId).distinct())
                .containsExactlyInAnyOrderElementsOf(items(requests));
        assertThat(published(TaggingFailed.class)).isEmpty();
        assertThat(status("tagged")).isEqualTo(tagged + 120);
    }

    @Test
    void countsWhatItHasDone() {
        long tagged = status("tagged");
        send("fuda:dataset", List.of(request("/image/860"), request("/image/861")));
        answers(ItemTagged.class, 2);
        assertThat(status("tagged")).isEqualTo(tagged + 2);
        assertThat(status("workers")).isEqualTo(2);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("fuda_tagger_inference_seconds_count{model=\"palette\""))
                .body(containsString("fuda_tagger_queue"));
    }

    private TagRequested request(String path) {
        return new TagRequested(job, 1, ITEMS.incrementAndGet(), ImageSource.hash(path), "palette", path);
    }

    /** A task as a worker leaves it that was killed: running, with a lease that ends. */
    private void leftBehind(TagRequested request, int lost) {
        pool.preparedQuery("""
                        insert into tagging_task (job_id, dataset_id, item_id, image_hash, model, image_url, state, claim,
                                                  lease_until, lost)
                        values ($1, 1, $2, $3, 'palette', $4, 'running', $5, now() - interval '1 second', $6)
                        """)
                .execute(Tuple.of(
                        job, request.itemId(), request.imageHash(), request.imageUrl(), UUID.randomUUID(), lost))
                .await()
                .atMost(PATIENCE);
    }

    private void send(String stream, List<TagRequested> requests) {
        for (TagRequested request : requests) {
            redis.stream(String.class)
                    .xadd(
                            stream,
                            codec.fields(new Envelope<>(
                                    EventIds.next(),
                                    "TagRequested",
                                    1,
                                    "test",
                                    Instant.now(),
                                    request.subject(),
                                    request)));
        }
    }

    /** The events of this test's job, as soon as there are at least so many. */
    private <E extends Event> List<E> answers(Class<E> type, int count) {
        return await().atMost(PATIENCE).until(() -> published(type), found -> found.size() >= count);
    }

    private <E extends Event> List<E> published(Class<E> type) {
        List<E> found = new ArrayList<>();
        for (StreamMessage<String, String, String> entry :
                redis.stream(String.class).xrange("fuda:tagger", StreamRange.of("-", "+"))) {
            if (codec.read(entry.payload()) instanceof EventCodec.Reading.Known(Envelope<Event> envelope)
                    && type.isInstance(envelope.data())
                    && job.equals(jobOf(envelope.data()))) {
                found.add(type.cast(envelope.data()));
            }
        }
        return found;
    }

    private static UUID jobOf(Event event) {
        return switch (event) {
            case ItemTagged tagged -> tagged.jobId();
            case TaggingFailed failed -> failed.jobId();
            default -> null;
        };
    }

    private static List<Long> items(List<TagRequested> requests) {
        return requests.stream().map(TagRequested::itemId).toList();
    }

    private static long status(String field) {
        return ((Number) given().get("/taggers/status")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path(field))
                .longValue();
    }

    private int asked(int n) {
        String source = ConfigProvider.getConfig().getValue("fuda.tagger.dataset-url", String.class);
        return Integer.parseInt(given().get(source + "/asked/" + n).asString());
    }
}
