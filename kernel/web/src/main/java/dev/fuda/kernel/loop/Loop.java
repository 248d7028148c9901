package dev.fuda.kernel.loop;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * A step that is repeated on a virtual thread of its own until it is closed. A step that fails is tried again after a
 * growing wait; the loop never ends by itself.
 */
public final class Loop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration GOOD_BYE = Duration.ofSeconds(6);

    private final String name;
    private final Step step;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread;
    private boolean wake;
    private volatile boolean closed;

    /** One round of work. */
    @FunctionalInterface
    public interface Step {
        /** Does the work and tells how long to rest before the next round; {@link Loop#wake} ends the rest early. */
        Duration run() throws Exception;
    }

    /** Starts at once. */
    public Loop(String name, Step step) {
        this.name = name;
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).start(this::repeat);
    }

    /** Ends the rest between two rounds. */
    public void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the round in progress finish, for a few seconds at most. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            if (!thread.join(GOOD_BYE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        Duration wait = FIRST_WAIT;
        String lastFailure = null;
        while (!closed) {
            try {
                rest(step.run());
                if (lastFailure != null) {
                    LOG.infof("%s works again", name);
                }
                wait = FIRST_WAIT;
                lastFailure = null;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                lastFailure = tell(e, lastFailure);
                try {
                    rest(wait);
                } catch (InterruptedException interrupted) {
                    return;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    /** An outage of minutes is one line, not one for each try. */
    private String tell(Exception e, String last) {
        String failure = e.getClass().getName() + ": " + e.getMessage();
        if (!failure.equals(last) && !closed) {
            LOG.warnf("%s failed and is tried again: %s", name, failure);
            LOG.debug("The failure of " + name, e);
        }
        return failure;
    }

    private void rest(Duration time) throws InterruptedException {
        if (time.isZero()) {
            return;
        }
        lock.lock();
        try {
            long left = time.toNanos();
            while (!wake && !closed && left > 0) {
                left = woken.awaitNanos(left);
            }
            wake = false;
        } finally {
            lock.unlock();
        }
    }
}
