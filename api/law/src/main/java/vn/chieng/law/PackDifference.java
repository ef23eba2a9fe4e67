package vn.chieng.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackVersion;

/** What changed between two packs, rule by rule, instruments and head included, with both texts. */
public record PackDifference(PackVersion before, PackVersion after, List<Change> changes) {
    public PackDifference {
        changes = List.copyOf(changes);
    }

    /** One rule, instrument or head that is not the same in both. */
    public sealed interface Change {
        String id();

        /** Only the later pack has it. */
        record Added(String id, String section, String text) implements Change {}

        /** Only the earlier pack has it. */
        record Removed(String id, String section, String text) implements Change {}

        /** Both have it, with other words. */
        record Changed(String id, String section, String before, String after) implements Change {}
    }

    /** Removed and changed rules in the order of the earlier pack, then the added ones. */
    public static PackDifference between(LawPack before, LawPack after) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, LawPack.Written> entry : before.texts().entrySet()) {
            String id = entry.getKey();
            LawPack.Written old = entry.getValue();
            LawPack.Written now = after.texts().get(id);
            if (now == null) {
                changes.add(new Change.Removed(id, old.section(), old.text()));
            } else if (!now.text().equals(old.text()) || !now.section().equals(old.section())) {
                changes.add(new Change.Changed(id, now.section(), old.text(), now.text()));
            }
        }
        after.texts().forEach((id, rule) -> {
            if (!before.texts().containsKey(id)) {
                changes.add(new Change.Added(id, rule.section(), rule.text()));
            }
        });
        return new PackDifference(before.version(), after.version(), changes);
    }
}
