package vn.chieng.api.documents;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a document may be passed on: a label of the Traffic Light Protocol 2.0 and words of the office. */
public record Marking(Tlp tlp, @Nullable String words) {
    private static final Set<String> STATE_SECRET = Set.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");

    /** The labels of TLP 2.0. */
    public enum Tlp {
        RED("TLP:RED"),
        AMBER_STRICT("TLP:AMBER+STRICT"),
        AMBER("TLP:AMBER"),
        GREEN("TLP:GREEN"),
        CLEAR("TLP:CLEAR");

        private final String label;

        Tlp(String label) {
            this.label = label;
        }
    }

    public Marking {
        Objects.requireNonNull(tlp, "tlp");
        words = CleanText.lineOrNone(words, "marking");
        if (words != null && STATE_SECRET.contains(words.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("state secrets must not be kept here, so nothing may be marked as one");
        }
    }

    /** What stands at the head of every page. */
    public String line() {
        return words == null ? tlp.label : tlp.label + " · " + words;
    }
}
