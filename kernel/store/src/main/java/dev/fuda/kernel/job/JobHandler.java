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

    /** How many jobs of this kind run at a time in one instance. */
    default int parallel() {
        return 1;
    }
}
