package vn.chieng.sigma.index;

import java.util.List;
import vn.chieng.event.repeats.FruitlessTexts;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.FieldValue;
import vn.chieng.sigma.match.Scalar;

/** One field that events of one kind are asked for, by the indexes of all their log sources; of texts that come again it knows that they show nothing. */
final class AskedField {
    /** Longer texts seldom come again. */
    private static final int LONGEST = 1_024;

    private final int slot;
    private final SlotIndex[] indexes;
    private final boolean searched;
    private final long number;

    /** @param number no other field of any kind of events has it */
    AskedField(int slot, List<SlotIndex> indexes, long number) {
        this.slot = slot;
        this.indexes = indexes.toArray(SlotIndex[]::new);
        this.searched = indexes.stream().anyMatch(SlotIndex::isSearched);
        this.number = number;
    }

    /** Adds whoever asks for what the field of the event shows. */
    void find(EventScan event, Candidates candidates, FruitlessTexts fruitless) {
        FieldValue value = event.field(slot);
        if (!value.filled()) {
            return;
        }
        for (SlotIndex index : indexes) {
            index.findFilled(candidates);
        }
        Scalar text = value.size() == 1 ? value.scalar(0) : null;
        if (!searched || text == null || !text.isPlain() || text.formEnd() - text.formStart() > LONGEST) {
            findShown(value, candidates);
            return;
        }
        long mark = fruitless.mark(number, text.form(), text.formStart(), text.formEnd());
        if (!fruitless.holds(mark)) {
            int before = candidates.offers();
            findShown(value, candidates);
            if (candidates.offers() == before) {
                fruitless.keep(mark);
            }
        }
    }

    private void findShown(FieldValue value, Candidates candidates) {
        for (SlotIndex index : indexes) {
            index.findShown(value, candidates);
        }
    }
}
