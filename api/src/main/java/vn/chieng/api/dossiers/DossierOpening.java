package vn.chieng.api.dossiers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.content.Sections;
import vn.chieng.api.dossiers.units.SpecialisedUnits;
import vn.chieng.api.dossiers.workflow.Course;
import vn.chieng.api.dossiers.workflow.Parties;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.ApprovalChanged;
import vn.chieng.api.systems.Delegation;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

/** Opens dossiers: one at a time for a system, the next as a new edition of the one before, with what the register knows filled in. */
@Component
public class DossierOpening {
    private static final String OF_PROVINCE = "vi";

    private final TransactionTemplate transactions;
    private final SystemRegister systems;
    private final CurrentLaw law;
    private final DossierStore store;
    private final DossierContext context;
    private final SpecialisedUnits units;
    private final OrganizationNames names;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DossierOpening(
            TransactionTemplate transactions,
            SystemRegister systems,
            CurrentLaw law,
            DossierStore store,
            DossierContext context,
            SpecialisedUnits units,
            OrganizationNames names,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.systems = systems;
        this.law = law;
        this.store = store;
        this.context = context;
        this.units = units;
        this.names = names;
        this.audit = audit;
        this.events = events;
    }

    /** Opens a dossier for the system of this code, at the level that was determined. */
    public DossierOutcome<Dossier> open(String systemCode, SignedIn by) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<RegisteredSystem> found = systems.find(systemCode.strip(), by.scope());
            if (found.isEmpty()) {
                return DossierOutcome.refused("system", "system-unknown");
            }
            RegisteredSystem system = found.get();
            Determination determination = system.determination();
            if (determination == null) {
                return DossierOutcome.refused("system", "level-missing", system.name());
            }
            Optional<LawPack> pack = law.packs().find(determination.pack());
            Optional<Procedure.Route> route = pack.flatMap(known -> route(known, determination));
            if (route.isEmpty()) {
                return DossierOutcome.refused(
                        "system", "route-missing", determination.pack().toString());
            }
            Optional<Dossier> last =
                    Optional.ofNullable(store.latestOf(Set.of(system.id())).get(system.id()));
            if (last.isPresent() && last.get().state().open()) {
                return DossierOutcome.refused(
                        "system", "already-open", last.get().number());
            }
            return new DossierOutcome.Done<>(add(system, determination, pack.get(), route.get(), last, by));
        }));
    }

    private static Optional<Procedure.Route> route(LawPack pack, Determination determination) {
        List<Classification.Flag> flags = pack.classification().flags().stream()
                .filter(flag -> determination.flags().contains(flag.id()))
                .toList();
        return Classified.route(pack, determination.level(), flags);
    }

    private Dossier add(
            RegisteredSystem system,
            Determination determination,
            LawPack pack,
            Procedure.Route route,
            Optional<Dossier> last,
            SignedIn by) {
        Instant now = context.now();
        Dossier dossier = new Dossier(
                UUID.randomUUID(),
                store.nextNumber(context.today().getYear()),
                system.id(),
                system.code(),
                system.name(),
                last.map(before -> before.edition() + 1).orElse(1),
                last.map(Dossier::id).orElse(null),
                Set.copyOf(determination.flags()),
                "AMBER",
                Course.begun(pack.version(), route, determination.level(), parties(system)),
                1,
                1,
                null,
                null,
                now,
                now);
        store.add(dossier);
        fill(dossier, system, determination, pack, last, by);
        audit.record(
                by,
                AuditRecord.of(
                                DossierAction.DOSSIER_OPENED,
                                "dossier",
                                dossier.id().toString(),
                                dossier.number(),
                                Set.copyOf(dossier.organizationIds()))
                        .changed(
                                Map.of(),
                                Map.of(
                                        "system", system.code(),
                                        "level", dossier.level(),
                                        "pack", pack.version().toString(),
                                        "route", route.id())));
        events.publishEvent(new ApprovalChanged(system.id()));
        return dossier;
    }

    private Parties parties(RegisteredSystem system) {
        Delegation delegation = system.card().delegation();
        Parties.OwnersDelegate delegate = delegation == null
                ? null
                : new Parties.OwnersDelegate(
                        delegation.delegateId(),
                        delegation.until(),
                        delegation.paper() == null ? "" : delegation.paper());
        String operatorId = system.organizationId();
        return new Parties(operatorId, system.ownerId(), units.of(operatorId).unitId(), null, delegate);
    }

    /** What the register knows, and where there was an edition before, all it held. */
    private void fill(
            Dossier dossier,
            RegisteredSystem system,
            Determination determination,
            LawPack pack,
            Optional<Dossier> last,
            SignedIn by) {
        Sections sections = Sections.of(pack, dossier.level(), DossierFactsOf.system(system, pack));
        Map<String, StoredSection> before =
                last.map(edition -> store.sections(edition.id())).orElse(Map.of());
        Map<String, SectionContent> known = new LinkedHashMap<>();
        before.forEach((key, section) -> known.put(key, section.content()));
        known.merge(
                DossierFactsOf.OVERVIEW,
                new SectionContent(overview(system), List.of()),
                (held, ofRegister) -> ofRegister.withTexts(held.texts()));
        known.merge(
                DossierFactsOf.LEVEL,
                new SectionContent(grounds(determination, pack), List.of()),
                (held, ofRegister) -> held.withTexts(ofRegister.texts()));
        known.put(
                DossierFactsOf.LEVEL + ".systems",
                new SectionContent(Map.of(), List.of(line(system, determination, pack))));
        known.forEach((key, content) -> {
            if (sections.find(key).isPresent() && !content.isEmpty()) {
                String from =
                        before.containsKey(key) ? last.map(Dossier::number).orElse(null) : null;
                store.save(
                        dossier.id(),
                        new StoredSection(
                                key, 1, content, false, from, context.now(), by.accountId(), by.displayName()),
                        context.now());
            }
        });
    }

    private Map<String, String> overview(RegisteredSystem system) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("owner-name", names.name(system.ownerId(), java.util.Locale.of(OF_PROVINCE)));
        texts.put("operator-name", names.name(system.organizationId(), java.util.Locale.of(OF_PROVINCE)));
        texts.put("scope", system.card().purpose() == null ? "" : system.card().purpose());
        texts.put(
                "beneficiaries",
                system.card().beneficiaries() == null ? "" : system.card().beneficiaries());
        return texts;
    }

    private static Map<String, String> grounds(Determination determination, LawPack pack) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String input : List.of("information-classes", "system-type")) {
            Object answer = determination.inputs().get(input);
            List<String> values = new ArrayList<>();
            if (answer instanceof List<?> several) {
                several.forEach(value -> values.add(String.valueOf(value)));
            } else if (answer != null) {
                values.add(String.valueOf(answer));
            }
            texts.put(
                    input,
                    String.join(
                            "; ",
                            values.stream()
                                    .map(value -> label(pack, input, value))
                                    .toList()));
        }
        return texts;
    }

    private static String label(LawPack pack, String input, String value) {
        return pack.classification().inputs().stream()
                .filter(known -> known.id().equals(input))
                .flatMap(known -> known.options().stream())
                .filter(option -> option.value().equals(value))
                .map(option -> option.label().vi())
                .findFirst()
                .orElse(value);
    }

    private static SectionContent.Row line(RegisteredSystem system, Determination determination, LawPack pack) {
        List<String> reasons = pack.classification().criteria().stream()
                .filter(criterion -> determination.grounds().contains(criterion.id()))
                .map(criterion -> criterion.reason().vi())
                .toList();
        return new SectionContent.Row(
                "system",
                Map.of(
                        "name", system.name(),
                        "level", String.valueOf(determination.level()),
                        "ground", String.join("; ", reasons)));
    }
}
