package vn.chieng.api.dossiers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.content.Sections;
import vn.chieng.api.dossiers.workflow.GateInputs;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.pack.LawPack;

/** What register and content answer of the questions that gates ask. */
final class DossierFactsOf {
    static final String OVERVIEW = "part-overview";
    static final String LEVEL = "part-level";
    static final String REGULATION = "part-regulation";
    static final String RISK_FILE = "part-risk-file";
    static final String CONTRACT = "part-contract";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private DossierFactsOf() {}

    static Facts system(RegisteredSystem system, LawPack pack) {
        Hosting hosting = system.card().hosting();
        return system.answers()
                .facts(pack)
                .with(GateInputs.HIRED_SERVICE, new Fact.Flag(hosting.hired()))
                .with(GateInputs.SHARED_HOSTING, new Fact.Flag(hosting.kind().shared()))
                .with(
                        GateInputs.CONTRACT_COMPLETE,
                        new Fact.Flag(Boolean.TRUE.equals(hosting.contract().dutiesStated())));
    }

    static Facts content(Facts ofSystem, Sections sections, Map<String, StoredSection> stored, LocalDate today) {
        boolean complete = sections.all().stream()
                .filter(section -> !section.partId().equals(REGULATION)
                        && !section.partId().equals(RISK_FILE))
                .allMatch(section -> filled(section, stored));
        Facts facts = ofSystem.with(GateInputs.DOSSIER_COMPLETE, new Fact.Flag(complete))
                .with(GateInputs.RISK_FILE_PRESENT, new Fact.Flag(part(RISK_FILE, sections, stored)))
                .with(
                        GateInputs.REGULATION_ISSUED,
                        new Fact.Flag(regulation(stored, today).isPresent()));
        if (part(CONTRACT, sections, stored)) {
            facts = facts.with(GateInputs.CONTRACT_COMPLETE, new Fact.Flag(true));
        }
        for (Map.Entry<String, String> said :
                content(Sections.STATEMENTS, stored).texts().entrySet()) {
            facts = facts.with(said.getKey(), new Fact.Flag(Boolean.parseBoolean(said.getValue())));
        }
        return facts;
    }

    private static boolean part(String part, Sections sections, Map<String, StoredSection> stored) {
        List<Section> own = sections.all().stream()
                .filter(section -> section.partId().equals(part))
                .toList();
        return !own.isEmpty() && own.stream().allMatch(section -> filled(section, stored));
    }

    static boolean filled(Section section, Map<String, StoredSection> stored) {
        return section.missing(content(section.key(), stored)).isEmpty();
    }

    private static SectionContent content(String key, Map<String, StoredSection> stored) {
        return stored.getOrDefault(key, StoredSection.blank(key)).content();
    }

    /** The day on which the security regulation was issued, where number, day and issuer are known and the day has come. */
    static Optional<LocalDate> regulation(Map<String, StoredSection> stored, LocalDate today) {
        SectionContent content = content(REGULATION, stored);
        boolean named =
                !content.text("number").isEmpty() && !content.text("issuer").isEmpty();
        return named ? day(content.text("date")).filter(day -> !day.isAfter(today)) : Optional.empty();
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip(), DAY));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
