package vn.chieng.sigma.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chieng.event.repeats.FruitlessTexts;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.FieldSlots;

/** The fields that events of one kind are asked for, by their paths: what an event does not hold costs nothing. */
final class AskedFields {
    private final AskedField[] all;
    /** A bit for each path of a field. */
    private final long[] paths;
    /** How many bits there are in the words before. */
    private final int[] before;
    /** The fields of each path, in the order of the bits. */
    private final AskedField[][] byPath;

    AskedFields(Map<Integer, AskedField> bySlot, FieldSlots slots) {
        all = bySlot.values().toArray(AskedField[]::new);
        paths = new long[slots.words()];
        before = new int[paths.length];
        Map<Integer, List<AskedField>> fields = new TreeMap<>();
        bySlot.forEach((slot, field) -> {
            for (int path : slots.pathNumbers(slot)) {
                paths[path / Long.SIZE] |= 1L << path;
                fields.computeIfAbsent(path, _ -> new ArrayList<>()).add(field);
            }
        });
        for (int word = 1; word < paths.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(paths[word - 1]);
        }
        byPath = fields.values().stream()
                .map(list -> list.toArray(AskedField[]::new))
                .toArray(AskedField[][]::new);
    }

    /** Adds whoever asks for what the event shows; a field that has two paths in it may be asked twice. */
    void find(EventScan event, Candidates candidates, FruitlessTexts fruitless) {
        if (!event.isRegular()) {
            for (AskedField field : all) {
                field.find(event, candidates, fruitless);
            }
            return;
        }
        for (int word = 0; word < paths.length; word++) {
            for (long left = paths[word] & event.presence(word); left != 0; left &= left - 1) {
                long below = (left & -left) - 1;
                for (AskedField field : byPath[before[word] + Long.bitCount(paths[word] & below)]) {
                    field.find(event, candidates, fruitless);
                }
            }
        }
    }
}
