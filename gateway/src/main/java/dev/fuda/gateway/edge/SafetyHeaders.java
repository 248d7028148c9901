package dev.fuda.gateway.edge;

import io.vertx.core.MultiMap;

/** The headers by which a browser protects the person: one set for data, one for the page, one for Swagger UI. */
final class SafetyHeaders {

    /** Data is never a document: an SVG or HTML file out of a dataset, opened by itself, can run nothing. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /**
     * Scripts come from here only. Styles may be inline because the grid positions its rows by style attributes; images
     * may be {@code blob:} and {@code data:} for previews of files before they are uploaded.
     */
    private static final String PAGE =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI starts itself by an inline script. */
    private static final String SWAGGER = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private SafetyHeaders() {}

    static void put(String path, MultiMap headers) {
        boolean data = path.startsWith("/api/");
        headers.set("Content-Security-Policy", data ? DATA : path.startsWith("/swagger") ? SWAGGER : PAGE);
        headers.set("X-Content-Type-Options", "nosniff");
        // No other site may embed a person's pictures.
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (!data) {
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            // Addresses hold search words: they stay here.
            headers.set("Referrer-Policy", "same-origin");
        }
    }
}
