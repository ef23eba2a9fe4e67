package vn.chieng.api.law;

import java.util.List;
import vn.chieng.law.PackDifference;

/** A difference of two packs as a page shows it; {@code kind} is added, removed or changed. */
record ChangeLine(String id, String kind, String before, String after) {

    static List<ChangeLine> of(List<PackDifference.Change> changes) {
        return changes.stream().map(ChangeLine::of).toList();
    }

    private static ChangeLine of(PackDifference.Change change) {
        return switch (change) {
            case PackDifference.Change.Added(String id, String _, String text) -> new ChangeLine(id, "added", "", text);
            case PackDifference.Change.Removed(String id, String _, String text) ->
                new ChangeLine(id, "removed", text, "");
            case PackDifference.Change.Changed(String id, String _, String before, String after) ->
                new ChangeLine(id, "changed", before, after);
        };
    }
}
