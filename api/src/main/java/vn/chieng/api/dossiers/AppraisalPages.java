package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
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

/** The page on which a dossier is appraised, section by section, with what is asked, answered and found. */
@Controller
@RequestMapping("/dossiers/{id}")
final class AppraisalPages {
    private final DossierModel model;
    private final DossierReviews appraisal;
    private final AppraisalView page;

    AppraisalPages(DossierModel model, DossierReviews appraisal, AppraisalView page) {
        this.model = model;
        this.appraisal = appraisal;
        this.page = page;
    }

    @GetMapping("/review")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    String review(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(required = false) @Nullable Integer from,
            SignedIn caller,
            Model view) {
        return page.of(model.known(id, caller), new AppraisalView.Asked(item, only, from), caller, view);
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
        return page.of(model.known(id, caller), new AppraisalView.Asked(section, "", null), caller, view);
    }
}
