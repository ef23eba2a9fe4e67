package vn.chieng.cli.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of an audit file; what is not written exactly so is none. */
sealed interface FileLine {

    /** The first line. */
    record Header(LocalDate from, LocalDate to, long first, String previous, List<String> keys) implements FileLine {
        public Header {
            keys = List.copyOf(keys);
        }
    }

    /** An entry; {@code actual} is the hash of its bytes, {@code stated} the one that stands beside it. */
    record Entry(long number, LocalDate day, String previous, String stated, String actual) implements FileLine {}

    /** The anchor of a day. */
    record Anchor(
            LocalDate day,
            long first,
            long last,
            long count,
            String hash,
            String previous,
            String key,
            String signed,
            String signature)
            implements FileLine {}

    /** The last line. */
    record Trailer(
            long entries, long anchors, long last, String hash, String sum, String key, String signed, String signature)
            implements FileLine {}

    String HEX = "([0-9a-f]{64})";
    String DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
    String COUNT = "(0|[1-9][0-9]{0,17})";
    String SIGNATURE = ",\"signature\":\"([A-Za-z0-9+/]{86}==)\"}";
    String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";
    String KEY = "\\{\"id\":\"[0-9a-f]{64}\",\"public\":\"[A-Za-z0-9+/]{1,200}={0,2}\"}";
    String ENTRY_START = "{\"hash\":\"";
    Pattern HEADER_LAYOUT = Pattern.compile("\\{\"chieng-audit\":1,\"from\":\"" + DAY + "\",\"to\":\"" + DAY
            + "\",\"first\":" + COUNT + ",\"previous\":\"" + HEX + "\",\"made\":\"" + TIME + "\",\"keys\":\\[((?:" + KEY
            + ",?){1,100}+)]}");
    Pattern HEADER_KEY = Pattern.compile("\\{\"id\":\"([0-9a-f]{64})\",\"public\":\"([A-Za-z0-9+/=]{1,202})\"}(,?)");
    Pattern ENTRY_LAYOUT = Pattern.compile("\\{\"hash\":\"" + HEX + "\",\"entry\":(?=\\{\"number\":" + COUNT
            + ",\"day\":\"" + DAY + "\",\"previous\":\"" + HEX + "\",\")");
    Pattern ANCHOR_LAYOUT = Pattern.compile("\\{\"anchor\":(\\{\"day\":\"" + DAY + "\",\"first\":" + COUNT
            + ",\"last\":" + COUNT + ",\"count\":" + COUNT + ",\"hash\":\"" + HEX + "\",\"previous\":\"" + HEX
            + "\",\"key\":\"" + HEX + "\"})" + SIGNATURE);
    Pattern TRAILER_LAYOUT = Pattern.compile("\\{\"trailer\":(\\{\"entries\":" + COUNT + ",\"anchors\":" + COUNT
            + ",\"last\":" + COUNT + ",\"hash\":\"" + HEX + "\",\"sha256\":\"" + HEX + "\",\"key\":\"" + HEX + "\"})"
            + SIGNATURE);

    /** Reads any line but the first. */
    static Optional<FileLine> of(String latin) {
        try {
            if (latin.startsWith(ENTRY_START)) {
                return entry(latin);
            }
            Matcher anchor = ANCHOR_LAYOUT.matcher(latin);
            if (anchor.matches()) {
                return Optional.of(new Anchor(
                        LocalDate.parse(anchor.group(2)),
                        Long.parseLong(anchor.group(3)),
                        Long.parseLong(anchor.group(4)),
                        Long.parseLong(anchor.group(5)),
                        anchor.group(6),
                        anchor.group(7),
                        anchor.group(8),
                        anchor.group(1),
                        anchor.group(9)));
            }
            Matcher trailer = TRAILER_LAYOUT.matcher(latin);
            return trailer.matches() ? Optional.of(trailer(trailer)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Trailer trailer(Matcher parts) {
        return new Trailer(
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)),
                parts.group(5),
                parts.group(6),
                parts.group(7),
                parts.group(1),
                parts.group(8));
    }

    private static Optional<FileLine> entry(String latin) {
        Matcher start = ENTRY_LAYOUT.matcher(latin);
        if (!start.lookingAt() || !latin.endsWith("}}")) {
            return Optional.empty();
        }
        String entry = latin.substring(start.end(), latin.length() - 1);
        return Optional.of(new Entry(
                Long.parseLong(start.group(2)),
                LocalDate.parse(start.group(3)),
                start.group(4),
                start.group(1),
                Hash.of(entry)));
    }

    /** Reads the first line; the keys must be those whose fingerprints stand beside them. */
    static Optional<Header> header(String latin) {
        Matcher parts = HEADER_LAYOUT.matcher(latin);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        Matcher each = HEADER_KEY.matcher(parts.group(5));
        int end = 0;
        while (each.find()) {
            keys.add(each.group(2));
            end = each.end();
            if (each.group(3).isEmpty()) {
                break;
            }
        }
        if (end != parts.group(5).length() || parts.group(5).endsWith(",")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Header(
                    LocalDate.parse(parts.group(1)),
                    LocalDate.parse(parts.group(2)),
                    Long.parseLong(parts.group(3)),
                    parts.group(4),
                    keys));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
