package dev.fuda.fuzz.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks everything that a contract offers, well and badly, and judges the answers: whatever comes in, the failure is
 * never ours (no 5xx), it is told as a problem with a detail, and an answer comes. Use it on a house without anything
 * dear in it: it deletes as readily as it reads.
 */
public final class HttpFuzz {

    private static final int READ_AT_MOST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final Contract contract;
    private final long seed;
    private final Harvest harvest = new Harvest();
    private final AtomicInteger begun = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Map<String, String> faults = new TreeMap<>();
    private int faulty;

    /** @param seed chooses the requests; what they find there depends on the answers before */
    public HttpFuzz(URI base, Contract contract, long seed) {
        this.base = base;
        this.contract = contract;
        this.seed = seed;
    }

    /**
     * @param statuses how many answers had which status, 0 for none
     * @param operations how many of the contract's operations were asked
     * @param faulty how many answers must not be
     * @param faults one for each operation and kind of fault
     */
    public record Report(Map<Integer, Integer> statuses, int operations, int faulty, List<String> faults) {}

    /** Sends this many requests over as many connections as there are threads. */
    public Report run(int requests, int threads) throws InterruptedException {
        List<Thread> workers = new java.util.ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(seed + i);
            workers.add(Thread.ofPlatform().name("fuzz " + i).start(() -> work(requests, random)));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return new Report(Map.copyOf(statuses), asked.size(), faulty, List.copyOf(faults.values()));
    }

    private void work(int requests, Random random) {
        List<Contract.Operation> operations = contract.operations();
        Values values = new Values(contract, harvest, random);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Question before = null;
            for (int n = begun.getAndIncrement(); n < requests; n = begun.getAndIncrement()) {
                // Each in turn, so that none is left out; the order within a round does not matter.
                Contract.Operation operation = operations.get(n % operations.size());
                Question question = new Question(operation, values, random);
                ask(client, operation, question, before);
                before = question;
            }
            client.shutdownNow();
        }
    }

    private void ask(HttpClient client, Contract.Operation operation, Question question, Question before) {
        try {
            HttpResponse<InputStream> answer = client.send(question.request(base), BodyHandlers.ofInputStream());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            byte[] body = {};
            try (InputStream in = answer.body()) {
                // The live feed never ends, and pictures tell nothing.
                if (type.contains("json") || answer.statusCode() >= 400) {
                    body = in.readNBytes(READ_AT_MOST);
                }
            }
            count(operation, answer.statusCode());
            judge(operation, question, answer.statusCode(), type, body);
        } catch (IOException e) {
            count(operation, 0);
            fault(
                    operation.id() + " no answer",
                    question + "\n    no answer: " + e + "\n    the question before: " + before);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(Contract.Operation operation, int status) {
        statuses.merge(status, 1, Integer::sum);
        asked.merge(operation.id(), 1, Integer::sum);
    }

    private void judge(Contract.Operation operation, Question question, int status, String type, byte[] body) {
        String shown = new String(body, 0, Math.min(body.length, 500), java.nio.charset.StandardCharsets.UTF_8);
        String told = question + "\n    " + status + " " + type + ": " + shown;
        JsonNode json = null;
        try {
            json = type.contains("json") && body.length > 0 && body.length < READ_AT_MOST ? JSON.readTree(body) : null;
        } catch (JsonProcessingException e) {
            fault(operation.id() + " broken JSON", told);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (status >= 500) {
            fault(operation.id() + " " + status, told);
        } else if (status >= 400 && body.length > 0) {
            boolean isProblem = type.startsWith("application/problem+json") && json != null;
            if (!isProblem || json.path("detail").asText().isBlank()) {
                fault(operation.id() + " no problem " + status, told);
            }
        } else if (json != null) {
            harvest.take(question.target(), json);
        }
    }

    private synchronized void fault(String kind, String told) {
        faulty++;
        faults.putIfAbsent(kind, told);
    }
}
