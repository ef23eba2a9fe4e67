package vn.chieng.api.law;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.PackVersion;

/** Drafts of packs: opened as a copy, written file by file, submitted, decided by somebody else. */
@Controller("lawDraftPages")
final class DraftPages {
    private static final int MOST_REASON = 500;

    private final PackDrafts drafts;
    private final DraftStore store;
    private final DraftModel details;
    private final Clock clock;

    DraftPages(PackDrafts drafts, DraftStore store, DraftModel details, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.details = details;
        this.clock = clock;
    }

    @PostMapping("/law/packs/{pack}/drafts")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String open(
            @PathVariable String pack,
            @RequestParam(defaultValue = "") String base,
            @RequestParam(required = false) @Nullable String newPack,
            @RequestParam(defaultValue = "") String summary,
            SignedIn caller,
            RedirectAttributes flash) {
        NewDraft asked;
        try {
            asked = new NewDraft(
                    new PackVersion(pack, base),
                    newPack == null || newPack.isBlank() ? null : newPack.strip(),
                    summary.strip());
        } catch (IllegalArgumentException _) {
            flash.addFlashAttribute("refusal", "law.draft.open.wrong");
            return "redirect:/law/packs/" + pack;
        }
        return switch (drafts.open(asked, caller)) {
            case DraftOutcome.Done(PackDraft draft) -> "redirect:/law/drafts/" + draft.id();
            case DraftOutcome.Busy(PackDraft other) -> {
                flash.addFlashAttribute("refusal", "law.draft.busy");
                yield "redirect:/law/drafts/" + other.id();
            }
            case DraftOutcome.ReadOnly _ -> {
                flash.addFlashAttribute("refusal", "law.draft.read-only");
                yield "redirect:/law/packs/" + pack;
            }
            case DraftOutcome.Unknown _ -> throw none();
            case DraftOutcome.Stale _, DraftOutcome.WrongState _, DraftOutcome.OwnWork _, DraftOutcome.Broken _ ->
                throw new IllegalStateException("a new draft has no state yet");
        };
    }

    @GetMapping("/law/drafts/{draft}")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String draft(@PathVariable UUID draft, SignedIn caller, Model model) {
        return details.draft(known(draft), caller, model);
    }

    @GetMapping("/law/drafts/{draft}/files/{file}")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String file(@PathVariable UUID draft, @PathVariable String file, Model model) {
        PackDraft known = known(draft);
        return details.file(known, file, text(known, file), model);
    }

    @PostMapping("/law/drafts/{draft}/files/{file}")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String write(
            @PathVariable UUID draft,
            @PathVariable String file,
            @RequestParam int version,
            @RequestParam String text,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String lines = text.replace("\r\n", "\n");
        String own = "redirect:/law/drafts/" + draft + "/files/" + file;
        return switch (drafts.write(new PackDrafts.Seen(draft, version), file, lines, caller)) {
            case DraftOutcome.Done _ -> {
                flash.addFlashAttribute("saved", true);
                yield own;
            }
            case DraftOutcome.Stale(PackDraft current) -> {
                // nothing is lost: the page shows what was typed and what stands there now
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("theirs", text(current, file));
                yield details.file(current, file, lines, model);
            }
            case DraftOutcome.WrongState(PackDraft current) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("refusal", "law.draft.wrong-state");
                yield details.file(current, file, lines, model);
            }
            case DraftOutcome.Unknown _ -> throw none();
            case DraftOutcome.OwnWork _, DraftOutcome.ReadOnly _, DraftOutcome.Busy _, DraftOutcome.Broken _ ->
                throw new IllegalStateException("writing is not refused for this");
        };
    }

    @PostMapping("/law/drafts/{draft}/verify")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String verify(
            @PathVariable UUID draft,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String source,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PackDraft known = known(draft);
        if (source.isBlank() || source.length() > MOST_REASON || source.lines().count() > 1) {
            return refused(known, "law.verify.source.wrong", HttpStatus.UNPROCESSABLE_CONTENT, caller, model, response);
        }
        var verification = new Basis.Verification(caller.displayName(), LegalDay.today(clock), source.strip());
        DraftOutcome outcome = drafts.verify(new PackDrafts.Seen(draft, version), rule.strip(), verification, caller);
        return outcome instanceof DraftOutcome.Unknown
                ? refused(known, "law.verify.rule.unknown", HttpStatus.UNPROCESSABLE_CONTENT, caller, model, response)
                : answer(draft, outcome, caller, model, response, flash);
    }

    @PostMapping("/law/drafts/{draft}/submit")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String submit(
            @PathVariable UUID draft,
            @RequestParam int version,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return answer(
                draft, drafts.submit(new PackDrafts.Seen(draft, version), caller), caller, model, response, flash);
    }

    @PostMapping("/law/drafts/{draft}/approve")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String approve(
            @PathVariable UUID draft,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        DraftOutcome outcome = drafts.approve(new PackDrafts.Seen(draft, version), reason(reason), caller);
        return answer(draft, outcome, caller, model, response, flash);
    }

    @PostMapping("/law/drafts/{draft}/return")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String giveBack(
            @PathVariable UUID draft,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String given = reason(reason);
        if (given == null) {
            return refused(
                    known(draft),
                    "law.draft.reason.missing",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    caller,
                    model,
                    response);
        }
        DraftOutcome outcome = drafts.giveBack(new PackDrafts.Seen(draft, version), given, caller);
        return answer(draft, outcome, caller, model, response, flash);
    }

    @PostMapping("/law/drafts/{draft}/withdraw")
    @Allowed(value = Permission.LAW_EDIT, scope = Allowed.ScopeRule.EVERYTHING)
    String withdraw(
            @PathVariable UUID draft,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String reason,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        DraftOutcome outcome = drafts.withdraw(new PackDrafts.Seen(draft, version), reason(reason), caller);
        return answer(draft, outcome, caller, model, response, flash);
    }

    private String answer(
            UUID id,
            DraftOutcome outcome,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case DraftOutcome.Done _ -> {
                flash.addFlashAttribute("saved", true);
                yield "redirect:/law/drafts/" + id;
            }
            case DraftOutcome.Stale(PackDraft current) ->
                refused(current, "law.draft.stale", HttpStatus.CONFLICT, caller, model, response);
            case DraftOutcome.WrongState(PackDraft current) ->
                refused(current, "law.draft.wrong-state", HttpStatus.CONFLICT, caller, model, response);
            case DraftOutcome.OwnWork(PackDraft current) ->
                refused(current, "law.draft.own-work", HttpStatus.CONFLICT, caller, model, response);
            case DraftOutcome.Broken(PackDraft current, var _) ->
                refused(current, "law.draft.broken", HttpStatus.UNPROCESSABLE_CONTENT, caller, model, response);
            case DraftOutcome.Unknown _ -> throw none();
            case DraftOutcome.ReadOnly _, DraftOutcome.Busy _ ->
                throw new IllegalStateException("only opening is refused for this");
        };
    }

    private String refused(
            PackDraft draft,
            String key,
            HttpStatus status,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("refusal", key);
        return details.draft(draft, caller, model);
    }

    private PackDraft known(UUID id) {
        return store.find(id).orElseThrow(DraftPages::none);
    }

    private static String text(PackDraft draft, String file) {
        return Optional.ofNullable(draft.files().get(file)).orElseThrow(DraftPages::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static @Nullable String reason(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip();
        return text.substring(0, Math.min(text.length(), MOST_REASON));
    }
}
