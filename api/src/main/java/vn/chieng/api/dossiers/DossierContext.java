package vn.chieng.api.dossiers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.Sections;
import vn.chieng.api.dossiers.evidence.EvidenceSubject;
import vn.chieng.api.dossiers.workflow.Clocks;
import vn.chieng.api.dossiers.workflow.RunningClock;
import vn.chieng.api.dossiers.workflow.Situation;
import vn.chieng.api.dossiers.workflow.Workflow;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.pack.LawPack;

/** A dossier with everything that decisions about it rest on: its pack, its sections, what is known of its system. */
@Component
class DossierContext {
    private final CurrentLaw law;
    private final SystemRegister systems;
    private final DossierStore store;
    private final ReviewStore reviews;
    private final Clock clock;

    DossierContext(CurrentLaw law, SystemRegister systems, DossierStore store, ReviewStore reviews, Clock clock) {
        this.law = law;
        this.systems = systems;
        this.store = store;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** What one request knows of a dossier. */
    record Known(
            Dossier dossier,
            LawPack pack,
            Facts facts,
            Sections sections,
            Map<String, StoredSection> stored,
            Workflow workflow) {
        Known {
            stored = Map.copyOf(stored);
        }

        /** Of what evidence is measured for its requirements. */
        EvidenceSubject subject() {
            return new EvidenceSubject(dossier.systemId().toString(), dossier.operatorId(), dossier.level(), pack);
        }

        StoredSection stored(String key) {
            return stored.getOrDefault(key, StoredSection.blank(key));
        }
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.ofHours(7));
    }

    /** A dossier that the reader may see: within the scope, or one whose council the reader was named to. */
    Optional<Dossier> visible(UUID id, SignedIn reader) {
        return store.find(id, reader.scope())
                .or(() -> reader.role() == Role.COUNCIL_MEMBER
                        ? store.findSeated(id, reader.accountId())
                        : Optional.empty());
    }

    Optional<Known> find(UUID id, SignedIn reader) {
        return visible(id, reader).map(this::known);
    }

    Known known(Dossier dossier) {
        LawPack pack = pack(dossier);
        Map<String, StoredSection> stored = store.sections(dossier.id());
        Facts ofSystem = system(dossier)
                .map(system -> DossierFactsOf.system(system, pack))
                .orElse(Facts.NONE);
        Sections sections = Sections.of(pack, dossier.level(), ofSystem);
        Facts facts = DossierFactsOf.content(ofSystem, sections, stored, today());
        return new Known(dossier, pack, facts, sections, stored, Workflow.of(pack, dossier.course()));
    }

    LawPack pack(Dossier dossier) {
        return law.packs()
                .find(dossier.course().pack())
                .orElseThrow(() ->
                        new IllegalStateException("the pack " + dossier.course().pack() + " is not loaded"));
    }

    Optional<RegisteredSystem> system(Dossier dossier) {
        return systems.find(dossier.systemId(), new Scope.Everything());
    }

    /** The circumstances that the workflow asks for. */
    Situation situation(Known known) {
        List<Remark> remarks = reviews.remarks(known.dossier().id());
        List<CouncilSeat> council = reviews.council(known.dossier().id());
        Set<Long> writers = new HashSet<>(store.writers(known.dossier().id()));
        Set<Long> appraisers = new HashSet<>();
        remarks.stream()
                .filter(remark -> remark.state() != Remark.State.NOTE)
                .forEach(remark -> appraisers.add(remark.madeBy()));
        reviews.findings(known.dossier().id()).values().forEach(finding -> appraisers.add(finding.by()));
        council.forEach(seat -> appraisers.add(seat.accountId()));
        return new Situation(
                known.facts(),
                writers,
                appraisers,
                (int) remarks.stream()
                        .filter(remark -> remark.state().holdsUp())
                        .count(),
                (int) council.stream().filter(seat -> seat.votedAt() == null).count());
    }

    /** The time limits of a dossier now. */
    List<RunningClock> clocks(Dossier dossier) {
        return new Clocks(pack(dossier), law.calendar()).of(dossier.course(), now());
    }
}
