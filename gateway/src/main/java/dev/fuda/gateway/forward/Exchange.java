package dev.fuda.gateway.forward;

import dev.fuda.gateway.ProblemAnswer;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import dev.fuda.kernel.web.RequestIds;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;

/**
 * One request on its way to a service and back. All of it runs on the event loop of the client's connection, so the
 * fields need no lock. Whatever ends it (an answer, a silence, either side going away) gives the service's connection
 * back or closes it.
 */
final class Exchange {

    /** Answers up to this size are sent in one piece: one system call instead of two. */
    private static final int SMALL = 64 * 1024;

    private final RoutingContext ctx;
    private final HttpServerRequest in;
    private final HttpServerResponse out;
    private final Routes.Target target;
    private final Upstreams upstreams;

    private HttpClientRequest upstream;
    private boolean withBody;
    private boolean uploading;
    private boolean retried;
    private boolean answering;
    private boolean over;
    private Silence silence;

    Exchange(RoutingContext ctx, Routes.Target target, Upstreams upstreams) {
        this.ctx = ctx;
        this.in = ctx.request();
        this.out = ctx.response();
        this.target = target;
        this.upstreams = upstreams;
    }

    void start() {
        withBody = hasBody();
        uploading = withBody;
        if (uploading) {
            in.pause();
        }
        in.exceptionHandler(gone -> clientGone());
        ctx.addEndHandler(end -> {
            if (end.failed()) {
                clientGone();
            }
        });
        silence = new Silence(ctx.vertx(), target.silence(), this::giveUp);
        connect();
    }

    private void connect() {
        String query = in.query();
        RequestOptions options = upstreams.request(
                target.service(), in.method(), query == null ? target.path() : target.path() + "?" + query);
        upstreams
                .client()
                .request(options)
                .onSuccess(this::send)
                .onFailure(e -> refuse(Outage.unreached(target.service(), e)));
    }

    private void send(HttpClientRequest request) {
        if (over) {
            request.reset();
            return;
        }
        upstream = request;
        ForwardHeaders.request(in.headers(), request.headers());
        request.putHeader(RequestIds.HEADER, RequestIds.of(ctx))
                .putHeader(Author.HEADER, "local")
                .putHeader("X-Forwarded-For", String.valueOf(in.remoteAddress().hostAddress()))
                .putHeader("X-Forwarded-Proto", in.scheme())
                .putHeader("X-Forwarded-Prefix", "/api");
        if (in.authority() != null) {
            request.putHeader("X-Forwarded-Host", in.authority().toString());
        }
        request.response().onSuccess(this::answer).onFailure(e -> broken());
        if (uploading) {
            pass(request);
        } else {
            request.end();
        }
    }

    private boolean hasBody() {
        String length = in.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return in.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || in.version() == HttpVersion.HTTP_2 && !in.isEnded();
    }

    private void pass(HttpClientRequest request) {
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            request.setChunked(true);
        }
        request.exceptionHandler(e -> broken());
        in.handler(bytes -> {
            silence.interrupt();
            request.write(bytes);
            if (request.writeQueueFull()) {
                in.pause();
                request.drainHandler(drained -> {
                    silence.interrupt();
                    in.resume();
                });
            }
        });
        in.endHandler(end -> {
            uploading = false;
            request.end();
        });
        if ("100-continue".equalsIgnoreCase(in.getHeader(HttpHeaders.EXPECT))) {
            out.writeContinue();
        }
        in.resume();
    }

    private void answer(HttpClientResponse response) {
        response.exceptionHandler(e -> abort());
        if (over) {
            upstream.reset();
            return;
        }
        silence.interrupt();
        if (response.statusCode() == 401) {
            // A service asks nobody but the gateway for a token.
            refuse(Outage.tokenRefused(target.service()));
            upstream.reset();
            return;
        }
        answering = true;
        out.setStatusCode(response.statusCode());
        // Quarkus marks every answer as not to be compressed, until somebody decides.
        out.headers().remove(HttpHeaders.CONTENT_ENCODING);
        ForwardHeaders.response(response.headers(), out.headers());
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (location != null) {
            out.putHeader(
                    HttpHeaders.LOCATION,
                    ForwardHeaders.location(location, upstreams.address(target.service()), target.publicPrefix()));
        }
        long length = contentLength(response);
        ForwardHeaders.decideCompression(response.statusCode(), length, out.headers());
        if (length >= 0 && length <= SMALL || in.method() == HttpMethod.HEAD) {
            response.body().onSuccess(this::finish).onFailure(e -> abort());
        } else {
            stream(response, length);
        }
    }

    private void stream(HttpClientResponse response, long length) {
        if (length < 0 && response.statusCode() != 204 && response.statusCode() != 304) {
            out.setChunked(in.version() != HttpVersion.HTTP_1_0);
        }
        response.handler(bytes -> {
            silence.interrupt();
            out.write(bytes);
            if (out.writeQueueFull()) {
                response.pause();
                out.drainHandler(drained -> {
                    silence.interrupt();
                    response.resume();
                });
            }
        });
        response.endHandler(end -> finish(null));
    }

    private void finish(Buffer body) {
        if (over) {
            return;
        }
        end();
        if (uploading) {
            upstream.reset();
        }
        if (body == null || in.method() == HttpMethod.HEAD || body.length() == 0) {
            out.end();
        } else {
            out.end(body);
        }
    }

    /** No answer is possible any more by the service; says so once, unless part of an answer is already out. */
    private void refuse(Problem problem) {
        if (over) {
            return;
        }
        if (answering) {
            abort();
            return;
        }
        end();
        if (problem.status() == 503) {
            out.putHeader("Retry-After", "3");
        }
        ProblemAnswer.send(ctx, problem);
    }

    /** The connection broke before an answer: a kept-alive one may have been closed just as it was used. */
    private void broken() {
        if (over || answering) {
            // An answer that came early speaks for itself, even when the rest of the upload can't be written any more.
            return;
        }
        boolean repeatable = in.method() == HttpMethod.GET || in.method() == HttpMethod.HEAD;
        if (repeatable && !withBody && !retried) {
            retried = true;
            connect();
            return;
        }
        refuse(Outage.broken(target.service(), in.method()));
    }

    /** A part of the answer is out and the rest will not come: closing is the only honest end. */
    private void abort() {
        if (over) {
            return;
        }
        end();
        upstream.reset();
        closeClient();
    }

    private void clientGone() {
        if (over) {
            return;
        }
        end();
        if (upstream != null) {
            upstream.reset();
        }
    }

    private void end() {
        over = true;
        silence.end();
    }

    private void closeClient() {
        if (!out.reset()) {
            in.connection().close();
        }
    }

    private void giveUp() {
        boolean clientOwes = upstream != null && uploading && !upstream.writeQueueFull();
        refuse(
                clientOwes
                        ? Outage.clientSilent(target.silence())
                        : Outage.silent(target.service(), in.method(), target.silence()));
        if (upstream != null) {
            upstream.reset();
        }
    }

    private static long contentLength(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }
}
