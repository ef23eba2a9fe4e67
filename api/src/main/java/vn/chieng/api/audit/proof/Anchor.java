package vn.chieng.api.audit.proof;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chieng.api.audit.chain.Sha256;

/**
 * What fixes a day that is over: whoever knows it can tell later whether anything up to there was changed.
 *
 * @param first number of the day's first entry, or that of the next one where the day has none
 * @param last number of the last entry up to the end of the day
 * @param hash hash of that entry
 * @param previous hash of the anchor of the day before
 * @param keyId the key it is signed with
 */
public record Anchor(LocalDate day, long first, long last, String hash, String previous, String keyId) {
    private static final Pattern LINE =
            Pattern.compile("\\{\"day\":\"(\\d{4}-\\d{2}-\\d{2})\",\"first\":(\\d{1,18}),\"last\":(\\d{1,18}),"
                    + "\"count\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\",\"previous\":\"([0-9a-f]{64})\","
                    + "\"key\":\"([0-9a-f]{64})\"}");

    public Anchor {
        if (first < 1 || last < first - 1) {
            throw new IllegalArgumentException("an anchor's entries follow each other");
        }
    }

    /** How many entries the day has. */
    public long count() {
        return last - first + 1;
    }

    /** What is signed. */
    public String line() {
        return "{\"day\":\"" + day + "\",\"first\":" + first + ",\"last\":" + last + ",\"count\":" + count()
                + ",\"hash\":\"" + hash + "\",\"previous\":\"" + previous + "\",\"key\":\"" + keyId + "\"}";
    }

    /** What the next anchor names as the one before. */
    public String ownHash() {
        return Sha256.hex(line());
    }

    /** Reads a line that {@link #line} wrote; refuses any other. */
    public static Anchor read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the line of an anchor");
        }
        var anchor = new Anchor(
                LocalDate.parse(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                parts.group(5),
                parts.group(6),
                parts.group(7));
        if (!anchor.line().equals(line)) {
            throw new IllegalArgumentException("an anchor's numbers contradict each other");
        }
        return anchor;
    }
}
