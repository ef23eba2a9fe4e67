package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Pagination;
import vn.chieng.api.console.QueryBox;
import vn.chieng.api.dossiers.workflow.DossierState;
import vn.chieng.api.dossiers.workflow.Paper;
import vn.chieng.api.dossiers.workflow.RunningClock;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;

/** The list of dossiers, the task list of one, and its moves. */
@Controller
@RequestMapping("/dossiers")
final class DossierPages {
    private static final int PAGE = 50;

    private final DossierStore store;
    private final DossierModel model;
    private final DossierOpening opening;
    private final DossierMoves moves;
    private final DossierContext context;
    private final DossierListing listing;
    private final SystemRegister systems;

    /** What a move needs, as typed. */
    record MoveForm(
            @Nullable Integer version,
            @Nullable String text,
            @Nullable String number,
            @Nullable String on,
            @Nullable String issuer,
            @Nullable String sha256,
            @Nullable String body,
            @Nullable String until) {

        private static String of(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        Optional<Paper> paper() {
            Optional<LocalDate> day = DossierFactsOf.day(of(on));
            return of(number).isEmpty() || of(issuer).isEmpty() || day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Paper(
                            of(number), day.get(), of(issuer), of(sha256).isEmpty() ? null : of(sha256)));
        }

        /** Something of a paper was typed, but not enough to name it. */
        boolean halfPaper() {
            return paper().isEmpty()
                    && Stream.of(number, on, issuer)
                            .anyMatch(typed -> !of(typed).isEmpty());
        }
    }

    DossierPages(
            DossierStore store,
            DossierModel model,
            DossierOpening opening,
            DossierMoves moves,
            DossierContext context,
            DossierListing listing,
            SystemRegister systems) {
        this.store = store;
        this.model = model;
        this.opening = opening;
        this.moves = moves;
        this.context = context;
        this.listing = listing;
        this.systems = systems;
    }

    @GetMapping
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    String list(
            @ModelAttribute DossierListParameters parameters,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model view) {
        int number = Math.clamp(page, 1, 1_000_000);
        ParsedQuery parsed = listing.parsed(parameters);
        List<Dossier> rows = List.of();
        long total = 0;
        if (parsed instanceof ParsedQuery.Understood(Query asked, var _)) {
            DossierStore.Query query = listing.query(parameters, asked, caller);
            rows = store.list(query, caller.scope(), (number - 1) * PAGE, PAGE);
            total = store.count(query, caller.scope());
        }
        view.addAttribute("rows", rows);
        view.addAttribute(
                "seated", caller.role() == Role.COUNCIL_MEMBER ? store.seated(caller.accountId(), PAGE) : List.of());
        view.addAttribute(
                "box", QueryBox.of(parameters.q(), parsed, DossierListFields.ALL, "/api/v1/dossiers/completions"));
        view.addAttribute("chosenStates", parameters.states());
        view.addAttribute("chosenLevels", parameters.levels());
        view.addAttribute("conditions", parameters.conditions(parsed));
        view.addAttribute("exportPath", parameters.address("/api/v1/dossiers/export.xlsx"));
        view.addAttribute("states", DossierState.values());
        view.addAttribute("deadlines", deadlines(rows));
        view.addAttribute("now", context.now());
        view.addAttribute(
                "pagination", new Pagination(parameters.address("/dossiers"), rows.size(), total, PAGE, number));
        view.addAttribute("mayOpen", caller.may(Permission.DOSSIERS_WRITE));
        view.addAttribute("mayUnits", caller.may(Permission.ORGANIZATIONS_READ));
        return "dossiers/list";
    }

    /** By dossier, the time limit that ends first of those that run. */
    private Map<UUID, RunningClock> deadlines(List<Dossier> rows) {
        Map<UUID, RunningClock> next = new HashMap<>();
        rows.forEach(dossier -> listing.next(dossier).ifPresent(clock -> next.put(dossier.id(), clock)));
        return next;
    }

    @GetMapping("/new")
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String blank(@RequestParam(defaultValue = "") String system, SignedIn caller, Model view) {
        view.addAttribute("chosen", system);
        view.addAttribute("systems", systems.list(SystemQuery.ALL, caller.scope()));
        view.asMap().putIfAbsent("errors", List.of());
        return "dossiers/new";
    }

    @PostMapping
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String open(
            @RequestParam(defaultValue = "") String system, SignedIn caller, Model view, HttpServletResponse response) {
        DossierOutcome<Dossier> outcome = opening.open(system, caller);
        if (outcome instanceof DossierOutcome.Done<Dossier>(Dossier opened)) {
            return "redirect:/dossiers/" + opened.id();
        }
        response.setStatus(DossierModel.status(outcome).value());
        model.refused(outcome, view);
        return blank(system, caller, view);
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    String detail(@PathVariable UUID id, SignedIn caller, Model view) {
        return model.page(model.known(id, caller), caller, view);
    }

    @PostMapping("/{id}/moves/{move}")
    @Allowed(value = Permission.DOSSIERS_MOVE, scope = Allowed.ScopeRule.QUERY)
    String move(
            @PathVariable UUID id,
            @PathVariable String move,
            @ModelAttribute MoveForm form,
            SignedIn caller,
            Model view,
            HttpServletResponse response,
            RedirectAttributes flash) {
        DossierContext.Known known = model.known(id, caller);
        MoveName name = MoveName.of(move).orElseThrow(DossierModel::none);
        DossierOutcome<Dossier> outcome = form.halfPaper()
                ? DossierOutcome.refused("moves", "paper-half")
                : moves.move(id, form.version() == null ? 0 : form.version(), named(name, form, known), caller);
        if (outcome instanceof DossierOutcome.Done<Dossier>) {
            flash.addFlashAttribute("moved", name.code());
            return "redirect:/dossiers/" + id;
        }
        response.setStatus(DossierModel.status(outcome).value());
        model.refused(outcome, view);
        view.addAttribute("typed", form);
        return model.page(model.known(id, caller), caller, view);
    }

    private vn.chieng.api.dossiers.workflow.Move named(MoveName name, MoveForm form, DossierContext.Known known) {
        String body = MoveForm.of(form.body());
        LocalDate until = DossierFactsOf.day(MoveForm.of(form.until())).orElse(LocalDate.EPOCH);
        return name.move(
                MoveForm.of(form.text()),
                form.paper().orElse(null),
                body.isEmpty() ? known.dossier().operatorId() : body,
                until);
    }
}
