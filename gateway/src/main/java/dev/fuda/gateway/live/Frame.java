package dev.fuda.gateway.live;

import java.util.Set;

/**
 * One line of the live feed, encoded once for all clients.
 *
 * @param number position in the feed of this process, from 1
 * @param replaceable whether only the newest frame of a subject matters, as with progress
 * @param json the frame as clients get it
 */
record Frame(long number, String type, String subject, boolean replaceable, String json) {

    /** The type of frame that says: something may have been missed, ask anew for what you show. */
    static final String RESYNC = "Resync";

    /** The type of a job's transient progress. */
    static final String PROGRESS = "JobProgressed";

    /** Which frames a client wants; empty sets want all. {@link #RESYNC} always comes. */
    record Filter(Set<String> types, Set<String> subjects) {
        boolean wants(Frame frame) {
            return frame.type().equals(RESYNC)
                    || (types.isEmpty() || types.contains(frame.type()))
                            && (subjects.isEmpty() || subjects.contains(frame.subject()));
        }
    }
}
