package dev.fuda.dataset.caption;

import java.util.List;

/** One side of an operation at one item, as history stores it: the captions that it touched. */
public record CaptionChanges(List<Entry> captions) {

    /**
     * One caption.
     *
     * @param state what it was; null when there was none
     */
    public record Entry(String type, String subtype, CaptionState state) {
        public CaptionState.Key key() {
            return new CaptionState.Key(type, subtype);
        }
    }
}
