package vn.chieng.api.annualreport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;

/** Keeps reports in maps, with the same refusals as the database. */
final class ReportsInMemory implements ReportStore {
    private final Map<Integer, StoredReport> reports = new TreeMap<>();
    private final Map<String, StoredPart> parts = new TreeMap<>();
    private final Map<Integer, byte[]> contents = new TreeMap<>();
    private final Map<Integer, SignedCopy> copies = new TreeMap<>();
    private final List<ReportFile> files = new ArrayList<>();

    @Override
    public List<StoredReport> list() {
        return List.copyOf(reports.values());
    }

    @Override
    public Optional<StoredReport> find(int year) {
        return Optional.ofNullable(reports.get(year));
    }

    @Override
    public boolean add(StoredReport report) {
        return reports.putIfAbsent(report.year(), report) == null;
    }

    @Override
    public List<StoredPart> parts(int year, Scope scope) {
        return parts.values().stream()
                .filter(part -> part.year() == year && scope.covers(part.organizationId()))
                .toList();
    }

    @Override
    public Optional<StoredPart> part(int year, String organizationId, Scope scope) {
        return Optional.ofNullable(parts.get(year + organizationId)).filter(part -> scope.covers(organizationId));
    }

    @Override
    public void addPart(int year, String organizationId, UnitPart part) {
        parts.putIfAbsent(year + organizationId, new StoredPart(year, organizationId, part, null, null, null, 1));
    }

    @Override
    public boolean savePart(int year, String organizationId, UnitPart part, int version) {
        return change(year, organizationId, version, part, null, null, null);
    }

    @Override
    public boolean approve(
            int year,
            String organizationId,
            int version,
            @Nullable String by,
            @Nullable LateApproval late,
            Instant at) {
        StoredPart before = parts.get(year + organizationId);
        return before != null && change(year, organizationId, version, before.part(), by == null ? null : at, by, late);
    }

    private boolean change(
            int year,
            String organizationId,
            int version,
            UnitPart part,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable LateApproval late) {
        StoredPart before = parts.get(year + organizationId);
        if (before == null || before.version() != version || state(year) != ReportState.OPEN) {
            return false;
        }
        parts.put(year + organizationId, new StoredPart(year, organizationId, part, at, by, late, version + 1));
        return true;
    }

    private ReportState state(int year) {
        return find(year).orElseThrow().state();
    }

    @Override
    public boolean saveText(int year, Map<String, String> sections, ReportHead head, int version) {
        StoredReport was = find(year).orElseThrow();
        return move(was, version, ReportState.OPEN, ReportState.OPEN, sections, head, null, null, null, null);
    }

    @Override
    public boolean freeze(int year, int version, byte[] content, StoredReport.Seal seal, @Nullable LateApproval late) {
        StoredReport was = find(year).orElseThrow();
        contents.put(year, content);
        return move(
                was, version, ReportState.OPEN, ReportState.FROZEN, was.sections(), was.head(), seal, late, null, null);
    }

    @Override
    public boolean thaw(int year, int version) {
        StoredReport was = find(year).orElseThrow();
        files.clear();
        return move(
                was, version, ReportState.FROZEN, ReportState.OPEN, was.sections(), was.head(), null, null, null, null);
    }

    @Override
    public boolean sign(int year, int version, SignedCopy copy, StoredReport.Seal seal) {
        StoredReport was = find(year).orElseThrow();
        copies.put(year, copy);
        return move(
                was,
                version,
                ReportState.FROZEN,
                ReportState.SIGNED,
                was.sections(),
                was.head(),
                was.frozen(),
                was.late(),
                seal,
                copy.name());
    }

    private boolean move(
            StoredReport was,
            int version,
            ReportState from,
            ReportState to,
            Map<String, String> sections,
            ReportHead head,
            StoredReport.@Nullable Seal frozen,
            @Nullable LateApproval late,
            StoredReport.@Nullable Seal signed,
            @Nullable String signedName) {
        if (was.version() != version || was.state() != from) {
            return false;
        }
        reports.put(
                was.year(),
                new StoredReport(
                        was.year(),
                        was.pack(),
                        was.first(),
                        was.last(),
                        to,
                        sections,
                        head,
                        version + 1,
                        was.openedAt(),
                        was.openedBy(),
                        frozen,
                        late,
                        signed,
                        signedName));
        return true;
    }

    @Override
    public Optional<byte[]> content(int year) {
        return Optional.ofNullable(contents.get(year));
    }

    @Override
    public Optional<SignedCopy> signedCopy(int year) {
        return Optional.ofNullable(copies.get(year));
    }

    @Override
    public void saveFile(int year, ReportFile file) {
        files.add(file);
    }

    @Override
    public Optional<ReportFile> file(int year, String format, String language) {
        return files.stream()
                .filter(file -> file.format().equals(format) && file.language().equals(language))
                .findFirst();
    }

    @Override
    public List<String> files(int year) {
        return files.stream()
                .map(file -> file.format() + "-" + file.language())
                .sorted()
                .toList();
    }
}
