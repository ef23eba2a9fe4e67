package vn.chieng.api.incidents.related;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.chieng.api.incidents.related.Related.Kind;
import vn.chieng.api.incidents.related.Related.Reason;

/** How alike two incidents are: every kind of reason counts once in full and a little for each further value. */
public final class Likeness {
    private static final int WHOLE = 100;
    private static final int MOST = 99;
    private static final double FURTHER = 0.25;
    private static final Map<Kind, Integer> WEIGHTS = new EnumMap<>(Map.of(
            Kind.OBSERVABLE, 40, Kind.SUBJECT, 35, Kind.ADDRESS, 25, Kind.HOST, 20, Kind.RULE, 20, Kind.TECHNIQUE, 10));

    private Likeness() {}

    /** From 0 to 99; two incidents are never the same one. */
    public static int of(List<Reason> reasons) {
        double unlike = 1;
        for (Kind kind : Kind.values()) {
            long shared =
                    reasons.stream().filter(reason -> reason.kind() == kind).count();
            if (shared > 0) {
                double weight = WEIGHTS.getOrDefault(kind, 0) / (double) WHOLE;
                double further = 1 + FURTHER * Math.min(shared - 1, 4);
                unlike *= 1 - Math.min(0.9, weight * further);
            }
        }
        return Math.clamp(Math.round((1 - unlike) * WHOLE), 0, MOST);
    }
}
