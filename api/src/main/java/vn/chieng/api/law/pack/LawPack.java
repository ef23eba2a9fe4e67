package vn.chieng.api.law.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** A dated, versioned set of rules; whatever is computed from it names it. */
public record LawPack(
        PackHead head,
        Classification classification,
        Procedure procedure,
        DossierContent dossier,
        Reporting reporting,
        Requirements requirements,
        Incidents incidents,
        Retention retention,
        SequencedMap<String, WrittenRule> rules) {

    public LawPack {
        rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
    }

    /** A rule with the section it stands in and its text as the file writes it. */
    public record WrittenRule(Rule rule, String section, String text) {}

    public PackVersion version() {
        return new PackVersion(head.pack(), head.version());
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id)).map(WrittenRule::rule);
    }

    public Optional<PackHead.Instrument> instrument(String id) {
        return head.instruments().stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst();
    }
}
