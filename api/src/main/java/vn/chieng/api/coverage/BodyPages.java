package vn.chieng.api.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.FieldProblem;
import vn.chieng.api.console.Shown;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.levels.LevelAssessor;

/** The page of one body, and the forms that record what is known of it. */
@Controller
final class BodyPages {
    private static final int MOST_NOTE = 500;

    private final Coverage coverage;
    private final CoverageStore store;
    private final LevelAssessor days;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final MessageSource messages;
    private final Shown shown;
    private final Clock clock;

    BodyPages(
            Coverage coverage,
            CoverageStore store,
            LevelAssessor days,
            AuditTrail audit,
            TransactionTemplate transactions,
            MessageSource messages,
            Shown shown,
            Clock clock) {
        this.coverage = coverage;
        this.store = store;
        this.days = days;
        this.audit = audit;
        this.transactions = transactions;
        this.messages = messages;
        this.shown = shown;
        this.clock = clock;
    }

    @GetMapping("/coverage/{id}")
    @Allowed(value = Permission.COVERAGE_READ, scope = Allowed.ScopeRule.QUERY)
    String body(@PathVariable String id, SignedIn caller, Model model) {
        return page(known(id, caller), caller, model);
    }

    private BodyCoverage known(String id, SignedIn caller) {
        return coverage.bodies(caller.scope()).stream()
                .filter(body -> body.organization().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(BodyCoverage body, SignedIn caller, Model model) {
        String name = shown.text(body.organization().name(LocaleContextHolder.getLocale()));
        model.addAttribute("body", body);
        model.addAttribute("named", name);
        model.addAttribute("kinds", FactKind.values());
        model.addAttribute("today", Typed.day(days.today()));
        model.addAttribute("mayEdit", caller.may(Permission.COVERAGE_EDIT));
        model.addAttribute("crumbs", List.of(new Crumb("/coverage", word("coverage.title")), new Crumb("", name)));
        model.addAttribute(
                "red",
                coverage.red(caller.scope()).stream()
                        .filter(each -> each.system()
                                .organizationId()
                                .equals(body.organization().id()))
                        .toList());
        model.asMap().putIfAbsent("errors", List.of());
        model.asMap().putIfAbsent("conflict", false);
        return "coverage/body";
    }

    @PostMapping("/coverage/{id}/facts/{kind}")
    @Allowed(value = Permission.COVERAGE_EDIT, scope = Allowed.ScopeRule.QUERY)
    String record(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String note,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        BodyCoverage body = known(id, caller);
        FactKind known = FactKind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<LocalDate> day = Typed.day(Typed.text(asOf)).filter(each -> !each.isAfter(days.today()));
        String text = Typed.text(note);
        if (day.isEmpty() || text.length() > MOST_NOTE || !known.states().contains(Typed.text(state))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "errors", List.of(new FieldProblem(known.code() + "-day", word("coverage.fact.refused"))));
            return page(body, caller, model);
        }
        CoverageFact fact = new CoverageFact(
                id,
                known,
                Typed.text(state),
                day.get(),
                text.isEmpty() ? null : text,
                caller.displayName(),
                clock.instant(),
                version + 1);
        if (!Boolean.TRUE.equals(transactions.execute(_ -> recorded(fact, version, caller)))) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", true);
            model.addAttribute("typed", fact);
            return page(known(id, caller), caller, model);
        }
        flash.addFlashAttribute("saved", true);
        return "redirect:/coverage/" + id;
    }

    private boolean recorded(CoverageFact fact, int version, SignedIn by) {
        Optional<CoverageFact> before = store.fact(fact.organizationId(), fact.kind());
        if (!store.record(fact, version)) {
            return false;
        }
        audit.record(
                by,
                AuditRecord.of(
                                CoverageAction.COVERAGE_RECORDED,
                                "coverage-fact",
                                fact.organizationId() + "/" + fact.kind().code(),
                                fact.kind().code(),
                                Set.of(fact.organizationId()))
                        .changed(before.map(BodyPages::fields).orElse(Map.of()), fields(fact)));
        return true;
    }

    private static Map<String, @Nullable Object> fields(CoverageFact fact) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("state", fact.state());
        fields.put("as_of", fact.asOf().toString());
        fields.put("note", fact.note());
        return fields;
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
