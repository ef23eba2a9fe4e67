package vn.chieng.api.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.clocks.file.LegalClock;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.law.LawWords;
import vn.chieng.law.clocks.ClockState;
import vn.chieng.law.clocks.Moment;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.RuleText;

/** Makes clocks readable with the words of the pack that set them. */
@Component
public final class ClockViews {
    private final ClockStore store;
    private final ClockDuties duties;
    private final CurrentLaw law;
    private final ClockWords words;
    private final LawWords lawWords;
    private final Clock clock;

    ClockViews(ClockStore store, ClockDuties duties, CurrentLaw law, ClockWords words, LawWords lawWords, Clock clock) {
        this.store = store;
        this.duties = duties;
        this.law = law;
        this.words = words;
        this.lawWords = lawWords;
        this.clock = clock;
    }

    /** A duty about which nobody has decided. */
    public record UndecidedView(String id, String label) {}

    /** All clocks of an incident, those that matter now first. */
    public List<ClockView> of(Incident incident, Locale locale) {
        return store.file(incident.id()).clocks().stream()
                .map(each -> view(each, locale))
                .toList();
    }

    /** The duties about which nobody has decided. */
    public List<UndecidedView> undecided(Incident incident, Locale locale) {
        return duties.of(incident).undecided().stream()
                .map(ClockState.Undecided::clock)
                .map(rule -> new UndecidedView(rule.id(), lawWords.of(rule.label(), locale)))
                .toList();
    }

    /** The moments from which its clocks count, by event of the law pack. */
    public Map<String, Moment> moments(Incident incident) {
        return duties.of(incident).moments();
    }

    /** By which ways something can be sent, in the words of the pack of that day. */
    public List<String> channels(Incident incident, Locale locale) {
        return duties.pack(incident).stream()
                .flatMap(pack -> pack.reporting().channels().stream())
                .map(RuleText::text)
                .map(text -> lawWords.of(text, locale))
                .toList();
    }

    ClockView view(LegalClock each, Locale locale) {
        Instant now = clock.instant();
        Optional<LawPack> pack = law.packs().find(each.pack());
        Optional<Incidents.Clock> rule = pack.flatMap(found -> found.rule(each.id()))
                .filter(Incidents.Clock.class::isInstance)
                .map(Incidents.Clock.class::cast);
        return new ClockView(
                each,
                rule.map(found -> lawWords.of(found.label(), locale)).orElse(each.id()),
                words.state(each, now, locale),
                ClockView.tone(each, now),
                rule.map(found -> words.actors(pack.orElseThrow(), found.recipients(), locale))
                        .orElse(""),
                rule.map(found -> found.basis().cite().stream()
                                .map(cited -> lawWords.citation(pack.orElseThrow(), cited, locale))
                                .toList())
                        .orElse(List.of()),
                rule.isPresent() ? rule.get().report() : null,
                rule.map(Incidents.Clock::inParts).orElse(false),
                each.overdue(now));
    }
}
