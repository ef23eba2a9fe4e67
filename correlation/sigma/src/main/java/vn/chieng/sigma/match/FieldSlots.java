package vn.chieng.sigma.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.taxonomy.FieldMap;
import vn.chieng.sigma.taxonomy.FieldPath;

/** Numbers the fields that rules ask for, so that an event's values can stand in an array. */
public final class FieldSlots {
    /** The slot of everything in which keywords are looked for. */
    public static final int KEYWORDS = 0;

    private final FieldMap map;
    private final PathTrie trie = new PathTrie();
    private final List<FieldPath[]> paths = new ArrayList<>();
    private final List<int[]> pathNumbers = new ArrayList<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final Map<Asked, Integer> asked = new HashMap<>();

    private record Asked(String field, LogSource logSource) {}

    public FieldSlots(FieldMap map) {
        this.map = map;
        paths.add(new FieldPath[0]);
        pathNumbers.add(new int[0]);
    }

    /** The slot of a field as rules of this log source name it. */
    public int slot(String field, LogSource logSource) {
        return asked.computeIfAbsent(new Asked(field, logSource), _ -> slot(map.paths(field, logSource)));
    }

    /** The slot of a field that somebody wants to see whatever the rules ask for, by its dotted path. */
    int watch(String path) {
        int slot = slot(List.of(new FieldPath(path, List.of(path.split("\\.", -1)))));
        trie.watch(pathNumbers.get(slot)[0]);
        return slot;
    }

    private int slot(List<FieldPath> wanted) {
        List<String> names = wanted.stream().map(FieldPath::dotted).toList();
        return numbers.computeIfAbsent(names, _ -> {
            paths.add(wanted.toArray(FieldPath[]::new));
            pathNumbers.add(wanted.stream().mapToInt(trie::add).toArray());
            return paths.size() - 1;
        });
    }

    /** Where to look for the field of a slot; not to be changed. */
    public FieldPath[] paths(int slot) {
        return paths.get(slot);
    }

    /** The numbers of the same paths in the trie; not to be changed. */
    public int[] pathNumbers(int slot) {
        return pathNumbers.get(slot);
    }

    /** The same of every slot. */
    int[][] pathNumbers() {
        return pathNumbers.toArray(int[][]::new);
    }

    /** How many words hold a bit for each path. */
    public int words() {
        return FieldTable.words(trie.size());
    }

    PathTrie trie() {
        return trie;
    }

    /** No field may be asked for any more that was not asked for before. */
    void close() {
        trie.close();
    }

    /** How many slots there are. */
    public int size() {
        return paths.size();
    }
}
