package vn.chieng.api.law;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.query.Query;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.LawStatus;
import vn.chieng.law.pack.Rule;
import vn.chieng.law.reading.PackReader;

/** The rules of a pack by theme and section, narrowed by what a reader looks for. */
@Component
final class PackRules {
    /** The themes in the order in which they are shown; each is a file of the pack. */
    static final List<String> THEMES = List.of(
            "classification", "procedure", "dossier", "requirements", "incidents", "reporting", "retention", "pack");

    private final LawWords words;

    PackRules(LawWords words) {
        this.words = words;
    }

    /** What a reader looks for; what is asked for is looked for in all themes. */
    record Wanted(String theme, Query asked, @Nullable LawStatus status, Basis.@Nullable Reliance reliance) {

        public boolean narrowed() {
            return !asked.equals(Query.EVERYTHING) || status != null || reliance != null;
        }
    }

    /** A section with the rules that are shown of it. */
    record Section(String theme, String name, List<RuleView> rules) {
        Section {
            rules = List.copyOf(rules);
        }
    }

    List<Section> sections(LawPack pack, Wanted wanted, Locale locale) {
        List<Section> sections = new ArrayList<>();
        for (String theme : THEMES) {
            if (wanted.narrowed() || theme.equals(wanted.theme())) {
                for (String name : PackReader.sections(theme + ".yml")) {
                    List<RuleView> rules = rules(pack, name, wanted, locale);
                    if (!rules.isEmpty()) {
                        sections.add(new Section(theme, name, rules));
                    }
                }
            }
        }
        return sections;
    }

    private List<RuleView> rules(LawPack pack, String section, Wanted wanted, Locale locale) {
        SequencedMap<String, LawPack.Written> texts = pack.texts();
        return pack.rules().values().stream()
                .filter(rule -> section.equals(written(texts, rule).section()))
                .filter(rule -> wanted.status() == null || rule.basis().status() == wanted.status())
                .filter(rule -> wanted.reliance() == null || rule.basis().reliance() == wanted.reliance())
                .map(rule -> view(pack, rule, locale))
                .filter(PackQuery.of(wanted.asked()))
                .toList();
    }

    private RuleView view(LawPack pack, Rule rule, Locale locale) {
        LawPack.Written written = written(pack.texts(), rule);
        return new RuleView(
                rule.id(),
                written.section(),
                RuleView.words(rule),
                rule.basis(),
                words.citations(pack, rule.basis().cite(), locale),
                written.text());
    }

    private static LawPack.Written written(Map<String, LawPack.Written> texts, Rule rule) {
        return texts.getOrDefault(rule.id(), new LawPack.Written("", ""));
    }

    /** How many rules of a pack may be relied on how far. */
    static Map<Basis.Reliance, Long> reliance(LawPack pack) {
        Map<Basis.Reliance, Long> counts = new EnumMap<>(Basis.Reliance.class);
        for (Basis.Reliance reliance : Basis.Reliance.values()) {
            counts.put(
                    reliance,
                    pack.rules().values().stream()
                            .filter(rule -> rule.basis().reliance() == reliance)
                            .count());
        }
        return counts;
    }
}
