package vn.chieng.api.transition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.OrganizationNames;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Csv;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.ApprovalState;
import vn.chieng.api.systems.Approvals;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;

/** The systems in transition by organisation, as a page and as a table. */
@Controller
final class TransitionPages {
    static final int PAGE = 50;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "organization",
            "code",
            "system",
            "case",
            "old-pack",
            "old-level",
            "decided",
            "estimate",
            "due",
            "days",
            "missing",
            "marking");

    private final SystemRegister systems;
    private final Approvals approvals;
    private final CurrentLaw law;
    private final OrganizationNames names;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    TransitionPages(
            SystemRegister systems,
            Approvals approvals,
            CurrentLaw law,
            OrganizationNames names,
            MessageSource messages,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.systems = systems;
        this.approvals = approvals;
        this.law = law;
        this.names = names;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many systems of an organisation are late, due soon and due later. */
    record Standing(String organizationId, long late, long soon, long ahead) {
        long all() {
            return late + soon + ahead;
        }
    }

    @GetMapping("/transition")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.QUERY)
    String show(@RequestParam(defaultValue = "1") int page, SignedIn caller, Model model) {
        LocalDate today = today();
        Optional<TransitionReview> review = TransitionReview.on(today, law.packs());
        List<TransitionRow> rows = rows(review.orElse(null), caller);
        int number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(rows.size(), PAGE)));
        List<TransitionRow> shown =
                rows.stream().skip((long) (number - 1) * PAGE).limit(PAGE).toList();
        model.addAttribute("dates", review.map(TransitionReview::dates).orElse(List.of()));
        model.addAttribute("today", today);
        model.addAttribute("rows", shown);
        model.addAttribute("standings", standings(rows, today));
        model.addAttribute("pagination", new Pagination("/transition", shown.size(), rows.size(), PAGE, number));
        return "transition/list";
    }

    @GetMapping("/transition.csv")
    @Allowed(value = Permission.ANNUAL_REPORTS_READ, scope = Allowed.ScopeRule.QUERY)
    void csv(SignedIn caller, HttpServletResponse response) throws IOException {
        LocalDate today = today();
        List<TransitionRow> rows = rows(TransitionReview.on(today, law.packs()).orElse(null), caller);
        recordExport(caller, rows.size());
        response.setContentType(Csv.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("chuyen-tiep-" + today + ".csv")
                        .build()
                        .toString());
        Csv csv = new Csv(
                response.getOutputStream(),
                COLUMNS.stream()
                        .map(column -> word("transition.column." + column))
                        .toArray(String[]::new));
        for (TransitionRow row : rows) {
            csv.line(cells(row, today));
        }
        csv.flush();
    }

    private @Nullable Object[] cells(TransitionRow row, LocalDate today) {
        LocalDate decided = row.decidedOn();
        return new @Nullable Object[] {
            names.name(row.organizationId(), locale()),
            row.code(),
            row.name(),
            word("transition.case." + row.kase().code()),
            row.oldPack(),
            row.oldLevel(),
            decided == null ? null : DAY.format(decided),
            row.estimate(),
            DAY.format(row.due()),
            row.daysLeft(today),
            row.missing().stream()
                    .map(missing -> word("transition.missing." + missing.code()))
                    .collect(Collectors.joining("; ")),
            word("transition.marking")
        };
    }

    /** Nothing leaves before the trail holds it. */
    private void recordExport(SignedIn caller, int rows) {
        String organization = caller.organizationId();
        transactions.executeWithoutResult(_ -> audit.record(
                caller,
                AuditRecord.of(
                                TransitionAction.EXPORTED,
                                "transition",
                                organization == null ? "-" : organization,
                                null,
                                organization == null ? Set.of() : Set.of(organization))
                        .changed(Map.of(), Map.of("rows", rows))));
    }

    /** The most urgent first. */
    private List<TransitionRow> rows(@Nullable TransitionReview review, SignedIn caller) {
        if (review == null) {
            return List.of();
        }
        List<RegisteredSystem> all = systems.list(SystemQuery.ALL, caller.scope());
        Map<UUID, ApprovalState.Approval> known =
                approvals.of(all.stream().map(RegisteredSystem::id).toList());
        List<TransitionRow> rows = new ArrayList<>();
        all.forEach(system -> review.row(system, known.get(system.id())).ifPresent(rows::add));
        rows.sort(Comparator.comparing(TransitionRow::due).thenComparing(TransitionRow::code));
        return rows;
    }

    private static List<Standing> standings(List<TransitionRow> rows, LocalDate today) {
        Map<String, List<TransitionRow>> byUnit = rows.stream()
                .collect(Collectors.groupingBy(TransitionRow::organizationId, TreeMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .map(unit -> new Standing(
                        unit.getKey(),
                        count(unit.getValue(), "late", today),
                        count(unit.getValue(), "soon", today),
                        count(unit.getValue(), "ahead", today)))
                .sorted(Comparator.comparingLong(Standing::late)
                        .thenComparingLong(Standing::all)
                        .reversed())
                .toList();
    }

    private static long count(List<TransitionRow> rows, String urgency, LocalDate today) {
        return rows.stream().filter(row -> row.urgency(today).equals(urgency)).count();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    private String word(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
