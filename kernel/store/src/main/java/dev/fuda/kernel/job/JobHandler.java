package dev.fuda.kernel.job;

/** Runs the jobs of one kind: implement it as an application-scoped bean. */
public interface JobHandler {

    /** The kind of job it runs. */
    String kind();

    /**
     * Does the work, on a virtual thread that may wait. After a crash it is called again with the last checkpoint, so
     * every step must be repeatable. Returning ends the job well, throwing ends it as failed with the message, which a
     * person reads; a {@link dev.fuda.kernel.problem.Problem} says it best.
     */
    void run(JobContext job) throws Exception;

    /**
     * Whether this instance can run the job; one that can't leaves it to others, and is asked again. Every instance can
     * run most jobs, but a file may lie on one machine only.
     */
    default boolean canRun(JobOffer job) {
        return true;
    }

    /** How many jobs of this kind run at a time in one instance. */
    default int parallel() {
        return 1;
    }
}
