package dev.fuda.kernel.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Who asks: the name the gateway vouches for, {@code local} where nobody signs in. */
@RequestScoped
public class Author {

    /** The header in which the gateway names the person. */
    public static final String HEADER = "X-Fuda-User";

    @Inject
    HttpServerRequest request;

    /** The name, at most 200 characters. */
    public String name() {
        String given = request.getHeader(HEADER);
        if (given == null || given.isBlank()) {
            return "local";
        }
        return given.substring(0, Math.min(given.length(), 200));
    }
}
