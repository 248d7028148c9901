package dev.fuda.gateway.forward;

import dev.fuda.kernel.problem.Problem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;

/** Says in plain words what it means for a person that a service did not answer. */
final class Outage {

    private Outage() {}

    /** No connection came about: the request did not reach the service. */
    static Problem unreached(String service, Throwable cause) {
        if (cause instanceof ConnectionPoolTooBusyException) {
            return new Problem(
                            503,
                            "service-busy",
                            "The " + service + " service has more requests than it can take; yours was not carried"
                                    + " out. Try again in a few seconds.")
                    .with("service", service);
        }
        return new Problem(
                        503,
                        "service-down",
                        "The " + service + " service does not answer; your request was not carried out. It may be"
                                + " starting: try again in a few seconds, or look at its log.")
                .with("service", service);
    }

    /** The connection broke before an answer came. */
    static Problem broken(String service, HttpMethod method) {
        return new Problem(
                        502,
                        "service-broke-off",
                        "The " + service + " service broke off before it answered. " + doubt(method))
                .with("service", service);
    }

    /** The service was silent for too long. */
    static Problem silent(String service, HttpMethod method, Duration waited) {
        return new Problem(
                        504,
                        "service-silent",
                        "The " + service + " service did not answer within " + inWords(waited) + ". " + doubt(method))
                .with("service", service);
    }

    /** The client sent nothing for too long. */
    static Problem clientSilent(Duration waited) {
        return new Problem(
                408,
                "upload-stalled",
                "Nothing of your upload arrived for " + inWords(waited) + ", so it was given up. Send it again.");
    }

    /** A service refused the gateway itself. */
    static Problem tokenRefused(String service) {
        return new Problem(
                        502,
                        "service-token-refused",
                        "The " + service + " service does not know the gateway's token; your request was not carried"
                                + " out. Give both the same FUDA_SERVICE_TOKEN.")
                .with("service", service);
    }

    private static String doubt(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD
                ? "Nothing was changed; try again."
                : "It is not certain whether your request was carried out: look before you repeat it.";
    }

    private static String inWords(Duration waited) {
        if (waited.toMillis() < 1000) {
            return waited.toMillis() + " ms";
        }
        return waited.toSeconds() < 120 ? waited.toSeconds() + " seconds" : waited.toMinutes() + " minutes";
    }
}
