package dev.fuda.gateway.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Serves the browser frontend at every path that is not the house's own: a path that names no file is a page of the
 * frontend, which reads the path itself. Also says how long each file may be kept.
 */
public class PageRoutes {

    /** Before static files and Quarkus REST. */
    private static final int BEFORE_FILES = 200;

    private static final List<String> HOUSE = List.of("/api", "/q", "/openapi", "/swagger");

    /** The build puts a hash of the contents into these names. */
    private static final String HASHED = "/assets/";

    void register(@Observes Router router) {
        router.route().order(BEFORE_FILES).handler(PageRoutes::route);
    }

    private static void route(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        HttpMethod method = ctx.request().method();
        if (HOUSE.stream().anyMatch(own -> isAtOrBelow(path, own))
                || method != HttpMethod.GET && method != HttpMethod.HEAD) {
            ctx.next();
            return;
        }
        boolean page =
                !path.equals("/") && !path.substring(path.lastIndexOf('/')).contains(".");
        if (page) {
            ctx.reroute("/");
            return;
        }
        String keep = path.startsWith(HASHED)
                ? "public, max-age=31536000, immutable"
                // Asked again each time, and answered 304 while it is the same: a new build shows at once.
                : "no-cache";
        ctx.addHeadersEndHandler(sent -> {
            HttpServerResponse response = ctx.response();
            if (response.getStatusCode() < 400) {
                response.putHeader("Cache-Control", keep);
            }
        });
        ctx.next();
    }

    private static boolean isAtOrBelow(String path, String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || "/.".indexOf(path.charAt(prefix.length())) >= 0);
    }
}
