package dev.fuda.tagger.palette;

import dev.fuda.tagger.onnx.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighted means of many planes at once: the planes are joined, averaged by one operator, and each mean is picked out by
 * the name it was asked under. Every mean has the shape {@code [batch, 1]}.
 */
final class Means {

    private final List<String> names = new ArrayList<>();
    private final List<Value> planes = new ArrayList<>();
    private final Map<String, Value> results = new HashMap<>();

    /** Asks for the mean of a plane under a name. */
    Means of(String name, Value plane) {
        if (names.contains(name)) {
            throw new IllegalArgumentException("The mean '" + name + "' is asked for twice");
        }
        names.add(name);
        planes.add(plane);
        return this;
    }

    /** The planes asked for, joined along the channel axis. */
    Value joined() {
        return planes.getFirst().join(1, planes.subList(1, planes.size()));
    }

    /** Gives the averages, shape {@code [batch, planes]}, in the order of the calls of {@link #of}. */
    Means averaged(Value averages) {
        for (int i = 0; i < names.size(); i++) {
            results.put(names.get(i), averages.gather(1, i));
        }
        return this;
    }

    /** The mean that was asked for under a name. */
    Value get(String name) {
        Value mean = results.get(name);
        if (mean == null) {
            throw new IllegalArgumentException("No mean '" + name + "' was asked for");
        }
        return mean;
    }
}
