package dev.fuda.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fuda.kernel.web.JsonDefaults;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code openapi/events.yaml} against the event records: each message in both, with the same fields. */
class EventContractTest {

    /** Not an event: the transient picture of a job. */
    private static final String PROGRESS = "JobProgressed";

    private static final ObjectMapper JSON = JsonDefaults.mapper();
    private static final EventCodec CODEC = new EventCodec(JSON);

    private static JsonNode contract;

    @BeforeAll
    static void readContract() throws IOException {
        contract = new YAMLMapper()
                .readTree(Path.of(System.getProperty("fuda.root"), "openapi", "events.yaml")
                        .toFile());
    }

    static Stream<String> types() {
        return EventCodec.types().keySet().stream().sorted();
    }

    @Test
    void describesEveryEventAndNothingElse() {
        Set<String> described = new HashSet<>(names(contract.at("/components/messages")));
        assertThat(described).contains(PROGRESS);
        described.remove(PROGRESS);
        assertThat(described).isEqualTo(EventCodec.types().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void listsTheEventsOfEachStream(EventStream stream) {
        JsonNode channel = contract.at("/channels")
                .valueStream()
                .filter(c -> c.path("address").asText().equals(stream.key()))
                .findFirst()
                .orElseThrow();
        List<String> events = EventCodec.types().entrySet().stream()
                .filter(type -> stream.events().isAssignableFrom(type.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(names(channel.path("messages"))).containsExactlyInAnyOrderElementsOf(events);
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesTheFieldsOfTheRecord(String type) {
        JsonNode payload = message(type).path("payload");
        SnakeCaseStrategy snake = new SnakeCaseStrategy();
        List<String> components = Arrays.stream(EventCodec.types().get(type).getRecordComponents())
                .map(RecordComponent::getName)
                .map(snake::translate)
                .toList();
        assertThat(names(payload.path("properties"))).containsExactlyElementsOf(components);
        assertThat(payload.path("required").valueStream().map(JsonNode::asText)).containsExactlyElementsOf(components);
    }

    @ParameterizedTest
    @MethodSource("types")
    void givesAnExampleThatTheCodeReadsAndWritesBack(String type) throws JsonProcessingException {
        JsonNode example = message(type).at("/examples/0");
        assertThat(names(example.path("payload")))
                .containsExactlyInAnyOrderElementsOf(names(message(type).at("/payload/properties")));
        Map<String, String> fields = new HashMap<>();
        example.path("headers")
                .properties()
                .forEach(header -> fields.put(header.getKey(), header.getValue().asText()));
        fields.put("data", JSON.writeValueAsString(example.path("payload")));

        EventCodec.Reading reading = CODEC.read(fields);

        assertThat(reading).isInstanceOf(EventCodec.Reading.Known.class);
        Envelope<Event> envelope = ((EventCodec.Reading.Known) reading).envelope();
        assertThat(envelope.subject()).isEqualTo(envelope.data().subject());
        assertThat(envelope.version()).isEqualTo(envelope.data().version());
        assertThat(JSON.readTree(CODEC.data(envelope.data()))).isEqualTo(JSON.readTree(fields.get("data")));
    }

    private static JsonNode message(String type) {
        return contract.at("/components/messages/" + type);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
