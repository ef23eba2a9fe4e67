package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.evidence.MeasuredEvidences;

/** The page on which a dossier is appraised, section by section, with what is asked, answered and found. */
@Controller
@RequestMapping("/dossiers/{id}")
final class AppraisalPages {
    private final ReviewStore reviews;
    private final DossierModel model;
    private final DossierReviews appraisal;
    private final DossierMoveList moves;
    private final DossierContext context;
    private final MeasuredEvidences evidences;

    AppraisalPages(
            ReviewStore reviews,
            DossierModel model,
            DossierReviews appraisal,
            DossierMoveList moves,
            DossierContext context,
            MeasuredEvidences evidences) {
        this.reviews = reviews;
        this.model = model;
        this.appraisal = appraisal;
        this.moves = moves;
        this.context = context;
        this.evidences = evidences;
    }

    /** A section in the list at the side. */
    record Item(
            DossierModel.Task task,
            @Nullable SectionFinding finding,
            boolean changed,
            long open,
            List<Remark> remarks) {}

    @GetMapping("/review")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    String review(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String only,
            SignedIn caller,
            Model view) {
        return page(model.known(id, caller), item, only, caller, view);
    }

    @PostMapping("/remarks")
    @Allowed(value = Permission.DOSSIERS_APPRAISE, scope = Allowed.ScopeRule.QUERY)
    String remark(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String text,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        return answer(id, section, appraisal.remark(id, section, text, caller), caller, view, response);
    }

    @PostMapping("/notes")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    String note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String text,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        return answer(id, section, appraisal.note(id, section, text, caller), caller, view, response);
    }

    @PostMapping("/remarks/{remark}/reply")
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String reply(
            @PathVariable UUID id,
            @PathVariable long remark,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String text,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        DossierOutcome<Dossier> outcome = appraisal.reply(id, remark, text, caller);
        return outcome instanceof DossierOutcome.Done<Dossier> && !section.isEmpty()
                ? "redirect:/dossiers/" + id + "/sections/" + section
                : answer(id, section, outcome, caller, view, response);
    }

    @PostMapping("/remarks/{remark}/resolve")
    @Allowed(value = Permission.DOSSIERS_APPRAISE, scope = Allowed.ScopeRule.QUERY)
    String resolve(
            @PathVariable UUID id,
            @PathVariable long remark,
            @RequestParam(defaultValue = "") String section,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        return answer(id, section, appraisal.resolve(id, remark, caller), caller, view, response);
    }

    @PostMapping("/findings")
    @Allowed(value = Permission.DOSSIERS_APPRAISE, scope = Allowed.ScopeRule.QUERY)
    String find(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "MET") SectionFinding.Finding finding,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        return answer(id, section, appraisal.find(id, section, finding, caller), caller, view, response);
    }

    @PostMapping("/council")
    @Allowed(value = Permission.DOSSIERS_APPRAISE, scope = Allowed.ScopeRule.QUERY)
    String seat(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String member,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        return answer(id, "", appraisal.seat(id, member, caller), caller, view, response);
    }

    @PostMapping("/votes")
    @Allowed(value = Permission.DOSSIERS_VOTE, scope = Allowed.ScopeRule.QUERY)
    String vote(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean fit,
            @RequestParam(defaultValue = "") String opinion,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        return answer(id, "", appraisal.vote(id, fit, opinion, caller), caller, view, response);
    }

    private String answer(
            UUID id,
            String section,
            DossierOutcome<Dossier> outcome,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        if (outcome instanceof DossierOutcome.Done<Dossier>) {
            return "redirect:/dossiers/" + id + "/review" + (section.isEmpty() ? "" : "?item=" + section);
        }
        model.refused(outcome, view);
        response.setStatus(DossierModel.status(outcome).value());
        return page(model.known(id, caller), section, "", caller, view);
    }

    private String page(DossierContext.Known known, String chosen, String only, SignedIn caller, Model view) {
        model.head(known, caller, view, model.message("dossiers.review"));
        UUID id = known.dossier().id();
        Map<String, SectionFinding> findings = reviews.findings(id);
        List<Remark> remarks = reviews.remarks(id);
        List<Item> items = model.tasks(known).stream()
                .map(task -> item(task, findings.get(task.section().key()), remarks))
                .toList();
        List<Item> shown = items.stream().filter(item -> passes(item, only)).toList();
        Section section = known.sections()
                .find(chosen)
                .orElseGet(() ->
                        (shown.isEmpty() ? items : shown).getFirst().task().section());
        view.addAttribute("items", shown);
        view.addAttribute("only", only);
        view.addAttribute("counts", counts(items));
        view.addAttribute("section", section);
        view.addAttribute("holding", known.stored(section.key()).content());
        view.addAttribute(
                "files",
                reviews.files(id).stream()
                        .filter(file -> file.belongsTo(section.key()))
                        .toList());
        view.addAttribute("stored", known.stored(section.key()));
        view.addAttribute("current", item(items, section));
        view.addAttribute("council", reviews.council(id));
        view.addAttribute(
                "seated", reviews.council(id).stream().anyMatch(seat -> seat.accountId() == caller.accountId()));
        view.addAttribute("clocks", context.clocks(known.dossier()));
        view.addAttribute("now", context.now());
        view.addAttribute("moves", moves.of(known, caller));
        view.addAttribute("answers", PlaceLabels.answers(known.pack()));
        view.addAttribute("conflict", known.dossier().course().parties().appraiserOperates());
        view.addAttribute("findings", SectionFinding.Finding.values());
        view.addAttribute(
                "measured",
                section.kind() == Section.Kind.CHECKLIST ? evidences.of(known.subject(), section.items()) : Map.of());
        return "dossiers/review";
    }

    private static Item item(List<Item> items, Section section) {
        return items.stream()
                .filter(item -> item.task().section().equals(section))
                .findFirst()
                .orElseThrow();
    }

    private static Item item(DossierModel.Task task, @Nullable SectionFinding finding, List<Remark> remarks) {
        List<Remark> own = remarks.stream()
                .filter(remark -> remark.section().equals(task.section().key()))
                .toList();
        boolean changed =
                finding != null && finding.sectionVersion() != task.stored().version();
        long open = own.stream().filter(remark -> remark.state().holdsUp()).count();
        return new Item(task, finding, changed, open, own);
    }

    private static boolean passes(Item item, String only) {
        return switch (only) {
            case "unseen" -> item.finding() == null;
            case "changed" -> item.changed();
            case "open" -> item.open() > 0;
            default -> true;
        };
    }

    private static Map<String, Long> counts(List<Item> items) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String filter : List.of("unseen", "changed", "open")) {
            counts.put(
                    filter.toLowerCase(Locale.ROOT),
                    items.stream().filter(item -> passes(item, filter)).collect(Collectors.counting()));
        }
        return counts;
    }
}
