package dev.fuda.kernel.job;

import dev.fuda.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts to its total; each step waits for a permit, so that a test decides how far it gets. */
@Singleton
public class CountingJob implements JobHandler {

    final Semaphore permits = new Semaphore(0);
    final AtomicInteger steps = new AtomicInteger();
    final AtomicInteger running = new AtomicInteger();

    /** Jobs with these totals are for other instances. */
    final Set<Integer> elsewhere = ConcurrentHashMap.newKeySet();

    record Params(int total, Integer failAt, Integer dieAt) {}

    @Override
    public String kind() {
        return "counting";
    }

    @Override
    public boolean canRun(JobOffer job) {
        return !elsewhere.contains(job.params(Params.class).total());
    }

    @Override
    public int parallel() {
        return 8;
    }

    @Override
    public void run(JobContext job) throws Exception {
        running.incrementAndGet();
        try {
            count(job);
        } finally {
            running.decrementAndGet();
        }
    }

    private void count(JobContext job) throws Exception {
        Params params = job.params(Params.class);
        for (int i = job.checkpoint(Integer.class).orElse(0); i < params.total(); i++) {
            while (!permits.tryAcquire(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                job.checkCancelled();
            }
            if (params.dieAt() != null
                    && params.dieAt() == i
                    && job.checkpoint(Integer.class).isPresent()) {
                throw Problem.unprocessable("cannot-count", "There is no number " + i + ".");
            }
            if (params.failAt() != null && params.failAt() == i) {
                job.failure("number " + i, "it is unlucky");
            }
            steps.incrementAndGet();
            job.checkpoint(i + 1);
            job.progress(i + 1, params.total());
        }
        job.result(new Params(params.total(), null, null));
    }
}
