package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.Section;

/** Copies sections from an earlier dossier: first which dossier, then which sections. */
@Controller("dossierCopyPages")
@RequestMapping("/dossiers/{id}/copy")
final class CopyPages {
    /** Dossiers offered at once; a search narrows them. */
    private static final int MOST_SOURCES = 50;

    private final DossierStore store;
    private final DossierModel model;
    private final DossierWriting writing;

    CopyPages(DossierStore store, DossierModel model, DossierWriting writing) {
        this.store = store;
        this.model = model;
        this.writing = writing;
    }

    /** A section that both dossiers have: what would be copied, and what stands here. */
    record Choice(Section section, StoredSection theirs, StoredSection here, boolean chosen) {
        /** Whether something written here would give way. */
        public boolean replaces() {
            return !here.content().isEmpty() && !here.content().equals(theirs.content());
        }

        public boolean same() {
            return here.content().equals(theirs.content());
        }
    }

    @GetMapping
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String choose(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Set<String> section,
            SignedIn caller,
            Model view) {
        DossierContext.Known known = model.known(id, caller);
        return page(known, from, q, section == null ? Set.of() : section, caller, view);
    }

    @PostMapping
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String copy(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable Set<String> section,
            SignedIn caller,
            Model view,
            HttpServletResponse response,
            RedirectAttributes flash) {
        DossierContext.Known known = model.known(id, caller);
        Set<String> chosen = section == null ? Set.of() : section;
        DossierOutcome<Integer> outcome = from == null || chosen.isEmpty()
                ? DossierOutcome.refused("sections", "nothing-chosen")
                : writing.copy(id, from, chosen, caller);
        if (outcome instanceof DossierOutcome.Done<Integer>(Integer copied)) {
            flash.addFlashAttribute("copied", copied);
            return "redirect:/dossiers/" + id;
        }
        response.setStatus(DossierModel.status(outcome).value());
        model.refused(outcome, view);
        return page(known, from, null, chosen, caller, view);
    }

    private String page(
            DossierContext.Known known,
            @Nullable UUID from,
            @Nullable String q,
            Set<String> chosen,
            SignedIn caller,
            Model view) {
        model.head(known, caller, view, model.message("dossiers.copy"));
        String text = q == null ? "" : q.strip();
        DossierStore.Query query = DossierStore.Query.words(text);
        view.addAttribute("text", text.isEmpty() ? null : text);
        view.addAttribute("chosen", chosen);
        view.addAttribute(
                "sources",
                store.list(query, caller.scope(), 0, MOST_SOURCES).stream()
                        .filter(each -> !each.id().equals(known.dossier().id()))
                        .toList());
        Optional<Dossier> source = Optional.ofNullable(from).flatMap(each -> store.find(each, caller.scope()));
        view.addAttribute("source", source.orElse(null));
        view.addAttribute(
                "choices", source.map(each -> choices(known, each, chosen)).orElse(List.of()));
        return "dossiers/copy";
    }

    private List<Choice> choices(DossierContext.Known known, Dossier source, Set<String> chosen) {
        var held = store.sections(source.id());
        return known.sections().all().stream()
                .flatMap(section -> {
                    StoredSection theirs = held.get(section.key());
                    return theirs == null || theirs.content().isEmpty()
                            ? Stream.empty()
                            : Stream.of(choice(known.stored(section.key()), theirs, section, chosen));
                })
                .toList();
    }

    /** Unless something was chosen before, what is blank here is proposed. */
    private static Choice choice(StoredSection here, StoredSection theirs, Section section, Set<String> chosen) {
        boolean proposed = chosen.isEmpty() ? here.content().isEmpty() : chosen.contains(section.key());
        return new Choice(section, theirs, here, proposed);
    }
}
