package dev.fuda.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the services are, how long they may take, and who may ask. */
@ConfigMapping(prefix = "fuda.gateway")
public interface GatewayConfig {

    /** The services by their short names: dictionary, dataset, tagger, training. */
    Map<String, Service> services();

    /** How requests are passed on. */
    Forward forward();

    /** What the front door lets in. */
    Edge edge();

    /** One service behind the gateway. */
    interface Service {

        /** Base address; its path, if any, is put before every forwarded path. */
        URI url();

        /** First path segments, below {@code /api}, that belong to the service. */
        List<String> prefixes();
    }

    /** Limits of forwarding. */
    interface Forward {

        /** How long a connection to a service may take, waiting for a free one included. */
        @WithDefault("3s")
        Duration connectWithin();

        /** The longest silence, with no byte moving in either direction, before an exchange is given up. */
        @WithDefault("30s")
        Duration answerWithin();

        /** The same for {@link #longPaths()}, where a service works before its first byte. */
        @WithDefault("15m")
        Duration longAnswerWithin();

        /** Service paths that may take long; {@code *} stands for one segment. */
        List<String> longPaths();

        /** Connections to one service at a time; one more exchange waits for a free one. */
        @WithDefault("128")
        int connectionsPerService();

        /** The token by which services know the gateway; absent when they ask for none. */
        Optional<String> serviceToken();
    }

    /** The guards at the front door. */
    interface Edge {

        /** Host names under which the gateway may be asked; {@code *} allows any (behind a proxy that checks). */
        @WithDefault("localhost,127.0.0.1,::1")
        List<String> allowedHosts();

        /** Origins other than its own from which pages may change something, such as a development server. */
        Optional<List<String>> allowedOrigins();

        /** Requests per second for one client address; absent for no limit. */
        Optional<Double> requestsPerSecond();

        /** How many requests a client may make at once before the rate counts. */
        @WithDefault("200")
        int burst();
    }
}
