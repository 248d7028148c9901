package dev.fuda.gateway.forward;

import dev.fuda.gateway.GatewayConfig;
import dev.fuda.kernel.web.ServiceToken;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The services behind the gateway, and the kept-alive connections to them. */
@ApplicationScoped
public class Upstreams {

    private final HttpClient client;
    private final Map<String, URI> addresses = new TreeMap<>();
    private final Optional<String> token;
    private final Duration connectWithin;

    Upstreams(Vertx vertx, GatewayConfig config) {
        config.services().forEach((name, service) -> addresses.put(name, service.url()));
        GatewayConfig.Forward limits = config.forward();
        this.token = limits.serviceToken();
        this.connectWithin = limits.connectWithin();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(limits.connectionsPerService())
                .setMaxWaitQueueSize(limits.connectionsPerService() * 4)
                // Shorter than the services keep idle connections, so that it is the gateway that closes them.
                .setKeepAliveTimeout(60)
                .setConnectTimeout(Math.toIntExact(connectWithin.toMillis()))
                .setMaxHeaderSize(64 * 1024)
                .setDecompressionSupported(false)
                .setTcpNoDelay(true));
    }

    /** Short names of the services, sorted. */
    public Set<String> names() {
        return addresses.keySet();
    }

    /** The base address of a service. */
    public URI address(String service) {
        return addresses.get(service);
    }

    /** The pool that all requests to services share. */
    public HttpClient client() {
        return client;
    }

    /** A request to {@code pathAndQuery} of a service, with the gateway's token. */
    public RequestOptions request(String service, HttpMethod method, String pathAndQuery) {
        URI base = addresses.get(service);
        boolean tls = "https".equals(base.getScheme());
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(base.getPort() > 0 ? base.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI(basePath(base) + pathAndQuery)
                .setConnectTimeout(connectWithin.toMillis());
        token.ifPresent(value -> options.putHeader(ServiceToken.HEADER, value));
        return options;
    }

    private static String basePath(URI base) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
