package dev.fuda.gateway.edge;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a person's own browser from another site's page in it. A name check defeats DNS rebinding (a foreign name that
 * leads to loopback); an origin check defeats forms and WebSockets of foreign pages. Programs send no origin and pass.
 */
final class Visitors {

    private static final String ANY = "*";

    private final Set<String> hosts;
    private final Set<String> origins;

    Visitors(Set<String> hosts, Set<String> origins) {
        this.hosts = hosts.stream().map(Visitors::bare).collect(Collectors.toUnmodifiableSet());
        this.origins = origins.stream().map(o -> o.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the gateway answers under this host name, given without its port. */
    boolean knowsHost(String host) {
        return hosts.contains(ANY) || hosts.contains(bare(host));
    }

    /**
     * Whether a page of {@code origin} may change something.
     *
     * @param origin the {@code Origin} header, null when absent
     * @param asked the host and port that were asked, as the browser sees them
     * @param fetchSite the {@code Sec-Fetch-Site} header, null when absent
     */
    boolean mayChange(String origin, HostAndPort asked, String fetchSite) {
        if (origin == null) {
            return fetchSite == null || !fetchSite.equals("cross-site");
        }
        if (origins.contains(origin.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            URI page = URI.create(origin);
            return page.getHost() != null
                    && bare(page.getHost()).equals(bare(asked.host()))
                    && portOf(page) == (asked.port() > 0 ? asked.port() : portOf(page.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int portOf(URI page) {
        return page.getPort() > 0 ? page.getPort() : portOf(page.getScheme());
    }

    private static int portOf(String scheme) {
        return "https".equals(scheme) ? 443 : 80;
    }

    private static String bare(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }
}
