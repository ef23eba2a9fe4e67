package vn.chieng.api.systems.operation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.PackWords;
import vn.chieng.api.systems.PackWords.Cited;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemModel;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.cards.CardForm;
import vn.chieng.api.systems.levels.LevelAssessor;
import vn.chieng.law.gates.GateCheck;
import vn.chieng.law.pack.LawPack;

/** The page that shows the gates before operation and moves a system through its life. */
@Controller
final class OperationPages {
    private final OperationMoves moves;
    private final OperationGate gate;
    private final SystemModel details;
    private final LevelAssessor assessor;
    private final PackWords words;

    OperationPages(
            OperationMoves moves, OperationGate gate, SystemModel details, LevelAssessor assessor, PackWords words) {
        this.moves = moves;
        this.gate = gate;
        this.details = details;
        this.assessor = assessor;
        this.words = words;
    }

    /** A move as typed. */
    record MoveForm(
            @Nullable String status,
            @Nullable String since,
            @Nullable String byException,
            @Nullable String approver,
            @Nullable String reason,
            @Nullable String until,
            @Nullable Integer version) {}

    @GetMapping("/systems/{id}/status")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String status(@PathVariable UUID id, SignedIn caller, Model model) {
        return status(
                details.known(id, caller),
                new MoveForm(null, Typed.day(assessor.today()), null, null, null, null, null),
                caller,
                model);
    }

    private String status(RegisteredSystem system, MoveForm form, SignedIn caller, Model model) {
        details.head(system, caller, model, "systems.status");
        model.addAttribute("form", form);
        model.addAttribute(
                "statuses",
                Arrays.stream(SystemStatus.values())
                        .filter(status -> system.status().leadsTo(status))
                        .toList());
        Optional<GateCheck> check = gate.check(system);
        model.addAttribute("gateKnown", check.isPresent());
        model.addAttribute("gates", check.map(this::shut).orElse(List.of()));
        return "systems/status";
    }

    private List<Cited> shut(GateCheck check) {
        Locale locale = LocaleContextHolder.getLocale();
        LawPack pack = assessor.pack(check.pack()).orElseThrow();
        return check.closed().stream()
                .map(closed -> words.cited(closed.gate(), closed.gate().refusal(), pack, locale))
                .toList();
    }

    @PostMapping("/systems/{id}/status")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String move(
            @PathVariable UUID id,
            @ModelAttribute("form") MoveForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        details.known(id, caller);
        Edit edit = new Edit(id, form.version() == null ? -1 : form.version(), caller);
        List<SystemProblem> problems = new ArrayList<>();
        OperationMoves.Move move = read(form, problems);
        SystemOutcome outcome = move == null ? new SystemOutcome.Refused(problems) : moves.move(edit, move);
        return switch (outcome) {
            case SystemOutcome.Done _ -> SystemModel.saved(id, flash);
            case SystemOutcome.Refused(List<SystemProblem> found) -> {
                details.refused(found, model, response);
                yield status(details.known(id, caller), form, caller, model);
            }
            case SystemOutcome.Stale(RegisteredSystem current) -> {
                SystemModel.stale(model, response);
                yield status(current, form, caller, model);
            }
            case SystemOutcome.Unknown _ -> throw SystemModel.none();
        };
    }

    private OperationMoves.@Nullable Move read(MoveForm form, List<SystemProblem> problems) {
        Optional<SystemStatus> to = SystemStatus.of(Typed.text(form.status()));
        if (to.isEmpty()) {
            problems.add(SystemProblem.of("status", Reason.CHOICE_UNKNOWN));
        }
        LocalDate since = CardForm.day("since", form.since(), problems);
        LocalDate until = CardForm.day("until", form.until(), problems);
        return problems.isEmpty()
                ? new OperationMoves.Move(
                        to.orElseThrow(),
                        Objects.requireNonNullElse(since, assessor.today()),
                        "true".equals(form.byException()),
                        Typed.orNull(form.approver()),
                        Typed.orNull(form.reason()),
                        until)
                : null;
    }
}
