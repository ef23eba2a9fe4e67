package vn.chieng.api.audit.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chieng.api.audit.chain.ChainStore;
import vn.chieng.api.audit.chain.Sha256;
import vn.chieng.api.audit.chain.StoredEntry;
import vn.chieng.api.audit.proof.AnchorStore;
import vn.chieng.api.audit.proof.SigningKey;
import vn.chieng.api.audit.proof.StoredAnchor;

/** Writes the entries of whole days as a file that can be verified elsewhere: {@code docs/formats/audit-file.md}. */
@Component
public class AuditFile {
    private static final int BATCH = 500;

    private final ChainStore chain;
    private final AnchorStore anchors;
    private final SigningKey key;
    private final Clock clock;

    public AuditFile(ChainStore chain, AnchorStore anchors, SigningKey key, Clock clock) {
        this.chain = chain;
        this.anchors = anchors;
        this.key = key;
        this.clock = clock;
    }

    /** Writes the file; entries are read piece by piece, and what is written meanwhile is not in it. */
    public void write(DayRange days, OutputStream out) throws IOException {
        anchors.publish(key.published(), clock.instant());
        // the anchors first: the entries of a day that has one are complete
        Deque<StoredAnchor> due = new ArrayDeque<>(anchors.between(days.from(), days.to(), DayRange.MOST_DAYS));
        long before = chain.lastNumberBefore(days.from());
        long last = chain.lastNumberBefore(days.to().plusDays(1));
        var lines = new Lines(out);
        lines.add(header(days, before));
        long anchored = due.size();
        String hash = chain.hash(before);
        for (long at = before; at < last; ) {
            List<StoredEntry> entries = chain.entries(at, last, BATCH);
            if (entries.isEmpty()) {
                break; // entries are missing; whoever verifies the file finds out
            }
            for (StoredEntry entry : entries) {
                while (!due.isEmpty() && due.getFirst().last() < entry.number()) {
                    lines.add(due.removeFirst().signedLine());
                }
                lines.add("{\"hash\":\"" + entry.hash() + "\",\"entry\":" + entry.line() + "}");
                hash = entry.hash();
                at = entry.number();
            }
        }
        for (StoredAnchor anchor : due) {
            lines.add(anchor.signedLine());
        }
        lines.add(trailer(lines, anchored, Math.max(before, last), hash));
    }

    private String header(DayRange days, long before) {
        String keys = anchors.keys().stream()
                .map(each -> "{\"id\":\"" + each.id() + "\",\"public\":\"" + each.encoded() + "\"}")
                .collect(Collectors.joining(","));
        return "{\"chieng-audit\":1,\"from\":\"" + days.from() + "\",\"to\":\"" + days.to() + "\",\"first\":"
                + (before + 1)
                + ",\"previous\":\"" + chain.hash(before) + "\",\"made\":\""
                + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\",\"keys\":["
                + keys + "]}";
    }

    private String trailer(Lines lines, long anchored, long last, String hash) {
        long entries = lines.count - 1 - anchored;
        String sealed = "{\"entries\":" + entries + ",\"anchors\":" + anchored + ",\"last\":" + last + ",\"hash\":\""
                + hash + "\",\"sha256\":\"" + lines.sum() + "\",\"key\":\""
                + key.published().id() + "\"}";
        return "{\"trailer\":" + sealed + ",\"signature\":\"" + key.signature(sealed) + "\"}";
    }

    /** Counts and sums up what is written. */
    private static final class Lines {
        private final OutputStream out;
        private final MessageDigest digest = Sha256.digest();
        private long count;

        Lines(OutputStream out) {
            this.out = out;
        }

        void add(String line) throws IOException {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            out.write(bytes);
            count++;
        }

        String sum() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
