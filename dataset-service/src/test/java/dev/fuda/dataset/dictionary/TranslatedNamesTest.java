package dev.fuda.dataset.dictionary;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fuda.dataset.ServiceCalls;
import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.event.TaggerEvent.TagScore;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags that the dictionary knows by another name, found by taggers and exported. The dictionary is played by its answers. */
@QuarkusTest
@TestProfile(TranslatedNamesTest.WithDictionary.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class TranslatedNamesTest {

    private static final long OLD_MODEL = 7;

    /** The service beside a dictionary that answers. */
    public static class WithDictionary implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Answers.class));
        }
    }

    /** What the dictionary says. */
    public static class Answers implements QuarkusTestResourceLifecycleManager {

        private static final Map<String, String> RESOLVED = Map.of(
                "longhair", "'status':'alias','tag':'long_hair'",
                "black_legwear", "'status':'deprecated','tag':'black_thighhighs'",
                "smile", "'status':'exact','tag':'smile'",
                "mantle", "'status':'ambiguous','tag':null,'candidates':['cape','cloak']");

        private static final Map<String, String> KNOWN = Map.of(
                "longhair", "'known':true,'written':'Hair (Long)','nearest':null",
                "black_legwear", "'known':true,'written':'black_legwear','nearest':null",
                "smile", "'known':false,'written':null,'nearest':'expression'");

        private final ObjectMapper json = new ObjectMapper();
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            answer("/tag-dictionary/resolve", name -> RESOLVED.getOrDefault(name, "'status':'unknown','tag':null"));
            answer(
                    "/vocabularies/" + OLD_MODEL + "/known",
                    name -> KNOWN.getOrDefault(name, "'known':false,'written':null,'nearest':null"));
            server.start();
            return Map.of(
                    "fuda.dictionary-url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        private void answer(String path, Function<String, String> said) {
            server.createContext(path, exchange -> {
                List<String> results = new ArrayList<>();
                for (JsonNode name : json.readTree(exchange.getRequestBody()).get("names")) {
                    results.add("{'name':'" + name.asText() + "'," + said.apply(name.asText()) + "}");
                }
                send(exchange, "{'results':[" + String.join(",", results) + "]}");
            });
        }

        private static void send(HttpExchange exchange, String text) throws IOException {
            byte[] body = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    private final ServiceCalls calls = new ServiceCalls();

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private Path folder;
    private long dataset;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuda-names");
    }

    private void image(String caption) {
        write(folder, "a.png", png(8, 8, 1));
        if (caption != null) {
            write(folder, "a.txt", caption);
        }
        dataset = calls.scanned(calls.register(folder));
    }

    /** What taggers find is applied under the dictionary's names, or as found where that is not wanted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | long hair, smile, mantle, stranger, black thighhighs
            false | longhair, smile, mantle, stranger, black legwear
            """)
    void taggersFindWhatTheDictionaryCallsOtherwise(boolean mapped, String caption) {
        image(null);
        String job = calls.post("/datasets/" + dataset + "/auto-tag", Map.of("apply_tag_dictionary_mapping", mapped))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("job_id");
        JsonObject asked = new JsonObject(
                pool.preparedQuery("select data from outbox where type = 'TagRequested' and data like $1")
                        .execute(Tuple.of("%" + job + "%"))
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .iterator()
                        .next()
                        .getString("data"));
        List<TagScore> scores = new ArrayList<>();
        for (String tag : List.of("longhair", "smile", "mantle", "stranger", "black legwear")) {
            scores.add(new TagScore(tag, "general", 0.9f - scores.size() / 100f));
        }
        pool.withTransaction(tx -> outbox.append(
                        tx,
                        new ItemTagged(
                                UUID.fromString(job),
                                dataset,
                                asked.getLong("item_id"),
                                asked.getString("image_hash"),
                                "palette",
                                "1",
                                scores)))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(calls.jobEnded(job, "succeeded").getString("result.note")).isNull();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(folder.resolve("a.txt")).hasContent(caption));
    }

    /** Known names, then the nearest, then what was there: upper case and blanks stay those of the captions. */
    @Test
    void anExportWritesTheNamesOfItsTarget() throws IOException {
        image("longhair, black legwear, smile, stranger, mantle");
        assertThat(exported(Map.of(), "off", "off")).isEqualTo("longhair, black legwear, smile, stranger, mantle");
        assertThat(exported(Map.of("apply_aliases", true), "applied", "off"))
                .isEqualTo("long hair, black thighhighs, smile, stranger, mantle");
        String numbers = "applied; known=2; nearest=1; unknown=2";
        String old = "hair (long), black legwear, expression, stranger, mantle";
        assertThat(exported(Map.of("vocabulary_id", OLD_MODEL), "off", numbers)).isEqualTo(old);
        assertThat(exported(Map.of("vocabulary_id", OLD_MODEL, "apply_aliases", true), "applied", numbers))
                .isEqualTo(old);
    }

    private String exported(Map<String, Object> request, String aliases, String vocabulary) throws IOException {
        Response response = calls.post("/datasets/" + dataset + "/export", request);
        response.then()
                .statusCode(200)
                .header("X-Fuda-Aliases", equalTo(aliases))
                .header("X-Fuda-Vocabulary", equalTo(vocabulary));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("a.txt")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("There is no a.txt in the zip.");
    }

    @Test
    void aTargetThatIsNotThereIsRefused() {
        image("smile");
        calls.post("/datasets/" + dataset + "/export", Map.of("vocabulary_id", 8))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("no-such-vocabulary"))
                .body("errors.field", contains("vocabulary_id"));
    }
}
