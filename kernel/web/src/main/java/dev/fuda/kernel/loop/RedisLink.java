package dev.fuda.kernel.loop;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection of one thread to Redis: opened when needed, dropped when anything goes wrong with it. A blocking read
 * needs a connection of its own, and what is sure only within one connection (nobody restarted the server in between)
 * is known by its {@link #generation}.
 */
public final class RedisLink implements AutoCloseable {

    private final Vertx vertx;
    private final String url;
    private Redis client;
    private RedisConnection connection;
    private volatile boolean broken;
    private long generation;

    /**
     * @param url {@code redis://[:password@]host:port}
     */
    public RedisLink(Vertx vertx, String url) {
        this.vertx = vertx;
        this.url = url;
    }

    /** Grows with every new connection; opens one when there is none. */
    public long generation() throws IOException, InterruptedException {
        connect();
        return generation;
    }

    /** Sends one command; Redis's own errors come as {@link io.vertx.redis.client.impl.types.ErrorType}. */
    public Response send(Request request, Duration patience) throws IOException, InterruptedException {
        return await(connect().send(request), patience);
    }

    /** Sends commands in one go and returns their answers in order. */
    public List<Response> send(List<Request> requests, Duration patience) throws IOException, InterruptedException {
        return await(connect().batch(requests), patience);
    }

    private RedisConnection connect() throws IOException, InterruptedException {
        if (broken) {
            close();
        }
        if (connection == null) {
            RedisOptions options = new RedisOptions()
                    .setConnectionString(url)
                    .setMaxPoolSize(1)
                    .setMaxPoolWaiting(4)
                    .setPoolRecycleTimeout(-1);
            options.getNetClientOptions().setConnectTimeout(2_000).setTcpKeepAlive(true);
            client = Redis.createClient(vertx, options);
            broken = false;
            connection = await(client.connect(), Duration.ofSeconds(5));
            connection.exceptionHandler(failure -> broken = true);
            connection.endHandler(ended -> broken = true);
            generation++;
        }
        return connection;
    }

    private <T> T await(Future<T> answer, Duration patience) throws IOException, InterruptedException {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof io.vertx.redis.client.impl.types.ErrorType error) {
                throw new RedisRefusal(error.getMessage());
            }
            close();
            throw new IOException("Redis does not answer: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            close();
            throw new IOException("Redis did not answer within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        RedisConnection old = connection;
        connection = null;
        broken = false;
        if (old != null) {
            old.close();
        }
        if (client != null) {
            client.close();
            client = null;
        }
    }

    /** An error that Redis answered; the connection is fine. */
    public static final class RedisRefusal extends IOException {
        private static final long serialVersionUID = 1;

        RedisRefusal(String message) {
            super(message);
        }

        /** Whether the answer begins with this error code. */
        public boolean is(String code) {
            return getMessage() != null && getMessage().startsWith(code);
        }
    }
}
