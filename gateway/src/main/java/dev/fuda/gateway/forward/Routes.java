package dev.fuda.gateway.forward;

import dev.fuda.gateway.GatewayConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides from a path which service answers it, under which path there, and how long it may be silent. */
final class Routes {

    /** What every service answers about itself, reached as {@code /services/<name>/…}. */
    private static final List<String> HOUSEKEEPING = List.of("jobs", "dead-letters");

    private final Map<String, String> serviceByPrefix = new HashMap<>();
    private final Map<String, GatewayConfig.Service> services;
    private final List<Pattern> longPaths;
    private final Duration usual;
    private final Duration extended;

    /**
     * Where a request goes.
     *
     * @param path the path at the service, without query
     * @param publicPrefix what stands before the service's paths at the gateway, for {@code Location}
     * @param silence the longest time without a byte in either direction
     */
    record Target(String service, String path, String publicPrefix, Duration silence) {}

    Routes(Map<String, GatewayConfig.Service> services, GatewayConfig.Forward limits) {
        this.services = services;
        services.forEach((name, service) -> service.prefixes().forEach(prefix -> {
            String before = serviceByPrefix.put(firstSegment(prefix), name);
            if (before != null) {
                throw new IllegalArgumentException(
                        "The prefix " + prefix + " belongs to two services: " + before + " and " + name);
            }
        }));
        this.longPaths =
                limits.longPaths().stream().map(Routes::segmentsPattern).toList();
        this.usual = limits.answerWithin();
        this.extended = limits.longAnswerWithin();
    }

    /** The target of a normalised path below {@code /api}, or empty when nobody answers it. */
    Optional<Target> find(String path) {
        String first = firstSegment(path);
        if (first.equals("services")) {
            return housekeeping(path);
        }
        return Optional.ofNullable(serviceByPrefix.get(first)).map(service -> target(service, path, "/api"));
    }

    private Optional<Target> housekeeping(String path) {
        String[] parts = path.split("/", 4);
        if (parts.length < 4 || !services.containsKey(parts[2])) {
            return Optional.empty();
        }
        String rest = "/" + parts[3];
        return HOUSEKEEPING.contains(firstSegment(rest))
                ? Optional.of(target(parts[2], rest, "/api/services/" + parts[2]))
                : Optional.empty();
    }

    private Target target(String service, String path, String publicPrefix) {
        boolean slow = longPaths.stream().anyMatch(p -> p.matcher(path).matches());
        return new Target(service, path, publicPrefix, slow ? extended : usual);
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }

    private static Pattern segmentsPattern(String glob) {
        return Pattern.compile(
                List.of(glob.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }
}
