package vn.chieng.law.pack;

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
        SequencedMap<String, Rule> rules,
        SequencedMap<String, Written> texts) {

    public LawPack {
        rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    }

    /** A rule, an instrument or the head itself: its section and its text as the file writes it. */
    public record Written(String section, String text) {}

    public PackVersion version() {
        return new PackVersion(head.pack(), head.version());
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    public Optional<PackHead.Instrument> instrument(String id) {
        return head.instruments().stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst();
    }
}
