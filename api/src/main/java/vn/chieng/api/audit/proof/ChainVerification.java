package vn.chieng.api.audit.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.chain.EntryColumns;
import vn.chieng.api.audit.chain.EntryLine;
import vn.chieng.api.audit.chain.Sha256;
import vn.chieng.api.audit.chain.StoredEntry;
import vn.chieng.api.audit.proof.ChainFinding.Broken;
import vn.chieng.api.audit.proof.ChainFinding.Damage;

/** Computes the chain anew from the stored lines, piece by piece, and compares everything that is stored beside them. */
@Component
public class ChainVerification {
    private static final int BATCH = 500;
    private static final int ANCHORS = 366;

    private final ChainStore chain;
    private final AnchorStore anchors;

    public ChainVerification(ChainStore chain, AnchorStore anchors) {
        this.chain = chain;
        this.anchors = anchors;
    }

    /** Checks everything that was written when it began; tells now and then how far it is. */
    public ChainFinding verify(LongConsumer progress) {
        var walk = new Walk(progress);
        @Nullable Broken broken = walk.entries();
        if (broken == null) {
            broken = walk.remainingAnchors();
        }
        return broken == null ? new ChainFinding.Intact(walk.number, walk.anchorsSeen, walk.hash) : broken;
    }

    /** One check, from the first entry to the last. */
    private final class Walk {
        private final LongConsumer progress;
        private final Map<String, PublishedKey> keys;
        private final LocalDate lastAnchored;
        private final ChainStore.End end;
        private long number;
        private String hash = Sha256.NOTHING;
        private long anchorsSeen;
        private @Nullable StoredAnchor anchor;
        private LocalDate day = LocalDate.EPOCH;

        Walk(LongConsumer progress) {
            this.progress = progress;
            keys = anchors.keys().stream().collect(Collectors.toMap(PublishedKey::id, Function.identity()));
            // the anchors first: those made later may speak of entries behind the end
            lastAnchored = anchors.last().map(StoredAnchor::day).orElse(LocalDate.EPOCH);
            end = chain.end();
        }

        @Nullable
        Broken entries() {
            while (true) {
                List<StoredEntry> entries = chain.entries(number, end.number(), BATCH);
                for (StoredEntry entry : entries) {
                    Broken broken = next(entry);
                    if (broken != null) {
                        return broken;
                    }
                }
                progress.accept(number);
                if (entries.isEmpty()) {
                    return atEnd();
                }
            }
        }

        private @Nullable Broken atEnd() {
            if (number < end.number()) {
                return new Broken(number + 1, "", Damage.MISSING);
            }
            return hash.equals(end.hash()) ? null : new Broken(number, "", Damage.END);
        }

        private @Nullable Broken next(StoredEntry entry) {
            if (entry.number() != number + 1) {
                return new Broken(number + 1, "", Damage.MISSING);
            }
            AuditEntry read;
            try {
                read = EntryLine.read(entry.line());
            } catch (IllegalArgumentException e) {
                return new Broken(entry.number(), "", Damage.CHANGED);
            }
            if (!read.hash().equals(entry.hash()) || read.number() != entry.number()) {
                return new Broken(entry.number(), "", Damage.CHANGED);
            }
            if (!read.previous().equals(hash)) {
                return new Broken(entry.number(), "", Damage.UNLINKED);
            }
            if (!entry.columns().equals(EntryColumns.of(read))) {
                return new Broken(entry.number(), "", Damage.COLUMNS);
            }
            Broken anchored = anchorsBefore(read.day());
            number = entry.number();
            hash = entry.hash();
            return anchored;
        }

        /** The days before this one that are over and have an anchor end with the entry that we saw last. */
        private @Nullable Broken anchorsBefore(LocalDate next) {
            if (next.equals(day)) {
                return null;
            }
            day = next;
            LocalDate to = next.isAfter(lastAnchored) ? lastAnchored : next.minusDays(1);
            LocalDate from = anchor == null ? LocalDate.EPOCH : anchor.day().plusDays(1);
            while (!from.isAfter(to)) {
                List<StoredAnchor> due = anchors.between(from, to, ANCHORS);
                if (due.isEmpty()) {
                    return null;
                }
                for (StoredAnchor each : due) {
                    Broken broken = next(each);
                    if (broken != null) {
                        return broken;
                    }
                }
                from = due.getLast().day().plusDays(1);
            }
            return null;
        }

        private @Nullable Broken next(StoredAnchor next) {
            if (!sound(next)) {
                return new Broken(next.last(), next.day().toString(), Damage.ANCHOR);
            }
            anchor = next;
            anchorsSeen++;
            return null;
        }

        private boolean sound(StoredAnchor next) {
            @Nullable StoredAnchor before = anchor;
            try {
                Anchor read = Anchor.read(next.line());
                PublishedKey key = keys.get(read.keyId());
                return key != null
                        && key.verifies(next.line(), next.signature())
                        && read.day().equals(next.day())
                        && read.last() == next.last()
                        && read.keyId().equals(next.keyId())
                        && (before == null || read.day().equals(before.day().plusDays(1)))
                        && read.previous().equals(before == null ? Sha256.NOTHING : Sha256.hex(before.line()))
                        && read.first() == (before == null ? 1 : before.last() + 1)
                        && read.last() == number
                        && read.hash().equals(hash);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Nullable
        Broken remainingAnchors() {
            return anchorsBefore(LocalDate.MAX);
        }
    }
}
