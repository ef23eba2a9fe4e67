package vn.chieng.api.coverage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the map shows by shade and number; shade 0 stands for what is not known or does not apply. */
public enum Measure {
    APPROVED,
    SYSTEMS,
    RED,
    SOURCES,
    ANTIVIRUS,
    LAYERS;

    private static final int FULL = 100;
    private static final int STEPS = 4;
    /** The share that a province aims at. */
    private static final int GOAL = 95;

    private static final int WORST = 1;
    private static final int BEST = 5;
    private static final Map<String, Integer> SHADES = Map.of("full", BEST, "good", BEST, "partly", 3, "none", WORST);

    /** As in addresses and bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The measure of this code; the share of approved systems where there is none. */
    public static Measure of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElse(APPROVED);
    }

    /** From 1, the worst, to 5; 0 where nothing is known. */
    int shade(BodyCoverage body) {
        return switch (this) {
            case APPROVED -> share(body.approvedShare());
            case SYSTEMS -> body.systems() == 0 ? 0 : Math.min(BEST, body.systems() + 1);
            case RED -> body.operating() == 0 ? 0 : body.red() == 0 ? BEST : WORST;
            case SOURCES -> {
                SourceActivity.Activity activity = body.sources();
                yield activity == null || activity.sources() == 0
                        ? 0
                        : share(activity.live() * FULL / activity.sources());
            }
            case ANTIVIRUS -> {
                CoverageFact fact = body.fact(FactKind.ANTIVIRUS.code());
                yield fact == null ? 0 : SHADES.getOrDefault(fact.state(), 0);
            }
            case LAYERS -> {
                long good = good(body);
                yield known(body) == 0 ? 0 : (int) good + WORST;
            }
        };
    }

    /** The number in the tile; null where nothing is known. */
    @Nullable
    String number(BodyCoverage body) {
        return switch (this) {
            case APPROVED -> body.approvedShare() == null ? null : body.approvedShare() + "%";
            case SYSTEMS -> String.valueOf(body.systems());
            case RED -> body.operating() == 0 ? null : String.valueOf(body.red());
            case SOURCES -> {
                SourceActivity.Activity activity = body.sources();
                yield activity == null ? null : activity.live() + "/" + activity.sources();
            }
            case ANTIVIRUS -> body.fact(FactKind.ANTIVIRUS.code()) == null ? null : "";
            case LAYERS -> known(body) == 0 ? null : good(body) + "/" + STEPS;
        };
    }

    private static int share(@Nullable Integer percent) {
        if (percent == null) {
            return 0;
        }
        return percent >= GOAL ? BEST : Math.min(BEST - 1, WORST + percent * STEPS / FULL);
    }

    private static long known(BodyCoverage body) {
        return layers(body).count();
    }

    private static long good(BodyCoverage body) {
        return layers(body).filter(fact -> fact.state().equals("good")).count();
    }

    private static java.util.stream.Stream<CoverageFact> layers(BodyCoverage body) {
        return body.facts().values().stream().filter(fact -> fact.kind().code().startsWith("layer"));
    }
}
