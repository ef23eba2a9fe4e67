package vn.chieng.sigma.index;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.match.EventScan;
import vn.chieng.sigma.match.ValueKey;

/**
 * Remembers the profile of events by what tells their log source. What was seen a few times is asked only what it does not
 * rule out; what is seen for the first time is asked everything, so that ever new values cost little.
 */
final class Profiles {
    /** A new key takes the place of an old one where both fall on the same. */
    static final int PLACES = 1 << 12;

    private static final int USES_UNTIL_NARROWED = 16;

    private final RuleIndex index;
    private final @Nullable Entry[] entries = new Entry[PLACES];

    private static final class Entry {
        private final int hash;
        private final byte[] key;
        private Profile profile;
        private int uses;

        Entry(int hash, byte[] key, Profile profile) {
            this.hash = hash;
            this.key = key;
            this.profile = profile;
        }
    }

    Profiles(RuleIndex index) {
        this.index = index;
    }

    Profile of(EventScan event) {
        ValueKey key = event.key(index.compiled().keyPaths());
        if (key == null) {
            return index.profile(index.bucketsOf(event));
        }
        int hash = key.hash();
        Entry entry = entries[hash & PLACES - 1];
        if (entry == null || entry.hash != hash || !key.equalTo(entry.key)) {
            entry = new Entry(hash, key.copy(), index.profile(index.bucketsOf(event)));
            entries[hash & PLACES - 1] = entry;
        }
        if (entry.uses <= USES_UNTIL_NARROWED) {
            entry.uses++;
            if (entry.uses == USES_UNTIL_NARROWED) {
                List<Integer> buckets = index.bucketsOf(event);
                BitSet open = index.open(buckets, event);
                entry.profile = index.profile(buckets, open);
            }
        }
        return entry.profile;
    }
}
