package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.CaptionChange.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The changes of a batch of items, by kind. */
record CaptionWork(
        List<Long> removed,
        List<CaptionChange.Touched> touched,
        List<CaptionChange.Conflicted> conflicted,
        Map<Long, CaptionChange.Updated> updated,
        Map<Long, Long> itemOfUpdated,
        Map<Long, List<Text>> added) {

    static CaptionWork of(CaptionWriter.Batch batch) {
        CaptionWork work = new CaptionWork(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
        for (ItemReading reading : batch.readings()) {
            long item = batch.ids().get(reading.item().groupKey());
            for (CaptionChange change : reading.captions()) {
                switch (change) {
                    case CaptionChange.Removed removed -> work.removed.add(removed.id());
                    case CaptionChange.Touched touched -> work.touched.add(touched);
                    case CaptionChange.Conflicted conflicted -> work.conflicted.add(conflicted);
                    case CaptionChange.Updated updated -> {
                        work.updated.put(updated.id(), updated);
                        work.itemOfUpdated.put(updated.id(), item);
                    }
                    case CaptionChange.Added added ->
                        work.added.computeIfAbsent(item, i -> new ArrayList<>()).add(added.text());
                }
            }
        }
        return work;
    }

    boolean isEmpty() {
        return removed.isEmpty() && touched.isEmpty() && conflicted.isEmpty() && updated.isEmpty() && added.isEmpty();
    }
}
