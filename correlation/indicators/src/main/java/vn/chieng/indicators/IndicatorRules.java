package vn.chieng.indicators;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import vn.chieng.event.Indicator;
import vn.chieng.event.RuleReference;

/** How a detection names the indicator that made it: as a rule of its kind, with the words that ship with the product. */
public final class IndicatorRules {
    /** What the ids of these rules begin with; the code of the kind follows. */
    public static final String ID_PREFIX = "indicator:";

    /** Carried by detections of which the source is confident enough that one is worth an incident. */
    public static final String TAG_CONFIDENT = "chieng.indicator-confident";

    private static final String RESOURCE = "/indicators/rules.properties";
    private static final String VALUE = "{value}";

    private final Map<Indicator.Type, Words> words;
    private final int confidentFrom;

    private record Words(String titleVi, String titleEn, List<String> tags) {
        Words {
            tags = List.copyOf(tags);
        }
    }

    private IndicatorRules(Map<Indicator.Type, Words> words, int confidentFrom) {
        this.words = new EnumMap<>(words);
        this.confidentFrom = confidentFrom;
    }

    /** The words that ship with the product. */
    public static IndicatorRules shipped() {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(IndicatorRules.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Indicator.Type, Words> words = new EnumMap<>(Indicator.Type.class);
        for (Indicator.Type type : Indicator.Type.values()) {
            words.put(
                    type,
                    new Words(
                            wanted(properties, type.code() + ".vi"),
                            wanted(properties, type.code() + ".en"),
                            Stream.of(wanted(properties, type.code() + ".tags").split(","))
                                    .map(String::strip)
                                    .toList()));
        }
        return new IndicatorRules(words, Integer.parseInt(wanted(properties, "confident-from")));
    }

    private static String wanted(Properties properties, String key) {
        return Objects.requireNonNull(properties.getProperty(key), key);
    }

    /** The rule that a hit of this indicator is a detection of; its author is the indicator's source. */
    public RuleReference reference(Indicator indicator) {
        Words chosen = Objects.requireNonNull(words.get(indicator.type()));
        String shown = Defanging.defanged(indicator.type(), indicator.value());
        List<String> tags = new ArrayList<>(chosen.tags());
        if (indicator.confidence() >= confidentFrom) {
            tags.add(TAG_CONFIDENT);
        }
        return new RuleReference(
                ID_PREFIX + indicator.type().code(),
                chosen.titleVi().replace(VALUE, shown),
                chosen.titleEn().replace(VALUE, shown),
                indicator.source(),
                indicator.level(),
                tags);
    }
}
