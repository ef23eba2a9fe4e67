package vn.chieng.api.annualreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.law.PackChoice;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Reporting;

/** Opens reports, takes in what units report, and says what does not fit. */
@Component
class AnnualReports {
    static final String OBJECT = "annual-report";
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final ReportStore store;
    private final ReportedSystems systems;
    private final CurrentLaw law;
    private final OrganizationNames names;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    AnnualReports(
            ReportStore store,
            ReportedSystems systems,
            CurrentLaw law,
            OrganizationNames names,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.systems = systems;
        this.law = law;
        this.names = names;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The pack a report was opened under. */
    LawPack pack(StoredReport report) {
        return law.packs().find(report.pack()).orElseThrow(() -> new IllegalStateException("no pack " + report.pack()));
    }

    /** Opens the report of a year with a part for each unit; false where there is one, or no pack knows such a report. */
    boolean open(int year, SignedIn by) {
        Optional<LawPack> pack = packOf(year);
        if (pack.isEmpty() || !StatusWords.in(pack.get())) {
            return false;
        }
        Reporting.Window window = pack.get().reporting().windows().getFirst();
        StoredReport report = new StoredReport(
                year,
                pack.get().version(),
                window.first().atYear(year - 1),
                window.last().atYear(year),
                ReportState.OPEN,
                Map.of(),
                ReportHead.BLANK,
                1,
                clock.instant(),
                by.name(),
                null,
                null,
                null,
                null);
        return Boolean.TRUE.equals(
                transactions.execute(_ -> store.add(report) && addParts(report, AnnualReportAction.OPENED, by)));
    }

    private Optional<LawPack> packOf(int year) {
        return switch (law.packs().applicable(LocalDate.of(year, 12, 1), null)) {
            case PackChoice.ByDate(LawPack pack)
            when !pack.reporting().windows().isEmpty() -> Optional.of(pack);
            case PackChoice.ByDate _, PackChoice.ByTransition _, PackChoice.None _ -> Optional.empty();
        };
    }

    private boolean addParts(StoredReport report, AnnualReportAction action, SignedIn by) {
        PartFilling filling = new PartFilling(StatusWords.of(pack(report)));
        Map<String, List<ReportedSystem>> byUnit = new TreeMap<>();
        systems.all()
                .forEach(system -> byUnit.computeIfAbsent(system.organizationId(), _ -> new ArrayList<>())
                        .add(system));
        byUnit.forEach((unit, its) -> store.addPart(report.year(), unit, filling.fill(null, its)));
        record(
                by,
                action,
                report.year(),
                "",
                Map.of(),
                Map.of("units", byUnit.size(), "pack", report.pack().toString()));
        return true;
    }

    /** Brings the part up to what the register and the dossiers know. */
    ChangeOutcome refill(StoredReport report, StoredPart before, SignedIn by) {
        List<ReportedSystem> its = systems.all().stream()
                .filter(system -> system.organizationId().equals(before.organizationId()))
                .toList();
        PartFilling filling = new PartFilling(StatusWords.of(pack(report)));
        return save(
                report,
                before,
                filling.fill(before.part(), its),
                by,
                Map.of("systems", before.part().rows().size()),
                Map.of("systems", its.size()));
    }

    /** Adds a part for every unit that has come to have systems since the report was opened. */
    void addMissingParts(StoredReport report, SignedIn by) {
        transactions.executeWithoutResult(_ -> addParts(report, AnnualReportAction.UNITS_ADDED, by));
    }

    ChangeOutcome saveRow(StoredReport report, StoredPart part, int index, ReportRow row, SignedIn by) {
        ReportRow before = part.part().rows().get(index);
        Map<String, @Nullable Object> was = RowFields.of(before);
        Map<String, @Nullable Object> is = RowFields.of(row);
        is.keySet().removeIf(field -> Objects.equals(was.get(field), is.get(field)));
        was.keySet().retainAll(is.keySet());
        was.put("system", before.name());
        is.put("system", row.name());
        return save(report, part, part.part().with(index, row), by, was, is);
    }

    ChangeOutcome removeRow(StoredReport report, StoredPart part, int index, SignedIn by) {
        List<ReportRow> rows = new ArrayList<>(part.part().rows());
        ReportRow removed = rows.remove(index);
        UnitPart changed = new UnitPart(part.part().counts(), part.part().plannedFinish(), rows);
        return save(report, part, changed, by, RowFields.of(removed), Map.of());
    }

    ChangeOutcome saveFigures(
            StoredReport report, StoredPart part, Counts counts, @Nullable LocalDate finish, SignedIn by) {
        return save(
                report,
                part,
                part.part().with(counts, finish),
                by,
                Map.of("figures", part.part().counts().toString()),
                Map.of("figures", counts.toString()));
    }

    private ChangeOutcome save(
            StoredReport report,
            StoredPart part,
            UnitPart changed,
            SignedIn by,
            Map<String, @Nullable Object> was,
            Map<String, @Nullable Object> is) {
        return outcome(transactions.execute(_ -> {
            boolean saved = store.savePart(report.year(), part.organizationId(), changed, part.version());
            if (saved) {
                record(by, AnnualReportAction.PART_CHANGED, report.year(), part.organizationId(), was, is);
            }
            return saved;
        }));
    }

    ChangeOutcome saveText(
            StoredReport report, Map<String, String> sections, ReportHead head, int version, SignedIn by) {
        return outcome(transactions.execute(_ -> {
            boolean saved = store.saveText(report.year(), sections, head, version);
            if (saved) {
                Map<String, @Nullable Object> was = new HashMap<>();
                Map<String, @Nullable Object> is = new HashMap<>();
                sections.forEach((section, text) -> {
                    String before = report.sections().getOrDefault(section, "");
                    if (!before.equals(text)) {
                        was.put(section, before);
                        is.put(section, text);
                    }
                });
                is.put("head", head.toString());
                was.put("head", report.head().toString());
                record(by, AnnualReportAction.TEXT_CHANGED, report.year(), "", was, is);
            }
            return saved;
        }));
    }

    /** Everything as it stands now. */
    ReportContent content(StoredReport report) {
        List<ReportContent.Unit> units = store.parts(report.year(), new Scope.Everything()).stream()
                .map(this::unit)
                .toList();
        return new ReportContent(report.year(), report.first(), report.last(), report.sections(), units, report.late());
    }

    private ReportContent.Unit unit(StoredPart part) {
        return new ReportContent.Unit(
                part.organizationId(),
                names.name(part.organizationId(), VIETNAMESE),
                part.approved(),
                part.late(),
                part.part());
    }

    /** What does not fit in the whole report. */
    List<Inconsistency> inconsistencies(StoredReport report) {
        return new ReportCheck(pack(report)).check(content(report), systems.all());
    }

    /** What a unit itself can put right before it approves. */
    List<Inconsistency> ownInconsistencies(StoredReport report, StoredPart part) {
        return ownInconsistencies(report, List.of(part)).getOrDefault(part.organizationId(), List.of());
    }

    /** The same for several units, by unit; nothing of it names what another unit reports. */
    Map<String, List<Inconsistency>> ownInconsistencies(StoredReport report, List<StoredPart> parts) {
        List<ReportedSystem> all = systems.all();
        Map<String, List<Inconsistency>> byUnit = new TreeMap<>();
        parts.forEach(part -> byUnit.put(part.organizationId(), ownInconsistencies(report, part, all)));
        return byUnit;
    }

    private List<Inconsistency> ownInconsistencies(StoredReport report, StoredPart part, List<ReportedSystem> all) {
        List<ReportedSystem> its = all.stream()
                .filter(system -> system.organizationId().equals(part.organizationId()))
                .toList();
        ReportContent own = new ReportContent(
                report.year(), report.first(), report.last(), report.sections(), List.of(unit(part)), null);
        return new ReportCheck(pack(report))
                .check(own, its).stream()
                        .filter(found -> found.unit().equals(part.organizationId())
                                && found.kind() != Inconsistency.Kind.UNIT_NOT_APPROVED)
                        .toList();
    }

    void record(
            SignedIn by,
            AnnualReportAction action,
            int year,
            String unit,
            Map<String, @Nullable Object> was,
            Map<String, @Nullable Object> is) {
        String id = unit.isEmpty() ? Integer.toString(year) : year + "/" + unit;
        audit.record(
                by,
                AuditRecord.of(action, OBJECT, id, id, unit.isEmpty() ? Set.of() : Set.of(unit))
                        .changed(was, is));
    }

    static ChangeOutcome outcome(@Nullable Boolean done) {
        return Boolean.TRUE.equals(done) ? ChangeOutcome.DONE : ChangeOutcome.STALE;
    }
}
