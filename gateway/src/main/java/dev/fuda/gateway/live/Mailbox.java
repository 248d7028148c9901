package dev.fuda.gateway.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames that wait for one client. Of replaceable frames only the newest of each subject waits; when a client is so slow
 * that the rest does not fit, everything is dropped for one frame that tells it to ask anew. Not thread-safe.
 */
final class Mailbox {

    private final int capacity;
    private final Map<String, Frame> waiting = new LinkedHashMap<>();

    Mailbox(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a frame; {@code resync} is what remains when there is no room. */
    void add(Frame frame, Frame resync) {
        String key = frame.replaceable() ? frame.type() + ' ' + frame.subject() : Long.toString(frame.number());
        // To the end, so that numbers only grow on their way to the client, which resumes after the last it saw.
        waiting.remove(key);
        if (waiting.size() == capacity) {
            waiting.clear();
            waiting.put(resync.type(), resync);
        } else {
            waiting.put(key, frame);
        }
    }

    /** Takes up to {@code max} frames, oldest first. */
    List<Frame> take(int max) {
        List<Frame> taken = new ArrayList<>(Math.min(max, waiting.size()));
        Iterator<Frame> frames = waiting.values().iterator();
        while (frames.hasNext() && taken.size() < max) {
            taken.add(frames.next());
            frames.remove();
        }
        return taken;
    }
}
