package dev.fuda.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;

/** A job that waits for an instance to run it. */
public final class JobOffer {

    private final UUID id;
    private final JsonNode params;
    private final ObjectMapper json;

    JobOffer(UUID id, JsonNode params, ObjectMapper json) {
        this.id = id;
        this.params = params;
        this.json = json;
    }

    public UUID id() {
        return id;
    }

    /** The parameters it was created with. */
    public <T> T params(Class<T> type) {
        return json.convertValue(params, type);
    }
}
