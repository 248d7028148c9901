package dev.fuda.kernel.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event with what the transport needs to know of it.
 *
 * @param id UUIDv7, the key of idempotence: a consumer applies an id once
 * @param source the service that wrote it
 */
public record Envelope<E extends Event>(
        UUID id, String type, int version, String source, Instant time, String subject, E data) {}
