package vn.chieng.api.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.Section;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.dossiers.content.SectionMerge;

/** One section: what it holds, saving it with or without script, and its versions. */
@Controller
@RequestMapping("/dossiers/{id}/sections/{key}")
final class SectionPages {
    private final DossierStore store;
    private final DossierModel model;
    private final DossierWriting writing;
    private final SectionView sections;

    SectionPages(DossierStore store, DossierModel model, DossierWriting writing, SectionView sections) {
        this.store = store;
        this.model = model;
        this.writing = writing;
        this.sections = sections;
    }

    @GetMapping
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    String section(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "1") int page,
            SignedIn caller,
            Model view) {
        DossierContext.Known known = model.known(id, caller);
        Section section = model.section(known, key);
        return sections.page(
                known, section, known.stored(key).content(), known.stored(key).version(), page, caller, view);
    }

    @PostMapping
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String save(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn caller,
            Model view,
            HttpServletResponse response) {
        DossierContext.Known known = model.known(id, caller);
        Section section = model.section(known, key);
        DossierWriting.Typed typed = SectionForm.read(form);
        DossierOutcome<StoredSection> outcome = writing.save(id, key, typed, caller);
        return switch (outcome) {
            case DossierOutcome.Done<StoredSection>(StoredSection saved)
            when incomplete(typed, saved) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.refused(gaps(section, saved.content()), view);
                view.addAttribute("unfinished", true);
                yield sections.page(
                        model.known(id, caller), section, saved.content(), saved.version(), page, caller, view);
            }
            case DossierOutcome.Done<StoredSection> _ -> after(known, section, page, form.getFirst("go"));
            case DossierOutcome.Clashing<StoredSection>(
                    StoredSection current,
                    SectionContent mine,
                    SectionMerge merge) -> {
                response.setStatus(DossierModel.status(outcome).value());
                view.addAttribute("clashes", SectionChange.of(section, merge, DossierModel.locale()));
                view.addAttribute("theirs", current);
                // saving again is then a decision taken in sight of both
                yield sections.page(known, section, merge.content(), current.version(), page, caller, view);
            }
            default -> {
                response.setStatus(DossierModel.status(outcome).value());
                model.refused(outcome, view);
                SectionContent shown =
                        known.stored(key).content().withTexts(typed.texts()).withRows(typed.rows());
                yield sections.page(known, section, shown, typed.version(), page, caller, view);
            }
        };
    }

    private static boolean incomplete(DossierWriting.Typed typed, StoredSection saved) {
        return Boolean.TRUE.equals(typed.done()) && !saved.done();
    }

    /** What must be filled in before the section is done, each at its input. */
    private static DossierOutcome<StoredSection> gaps(Section section, SectionContent content) {
        return new DossierOutcome.Refused<>(section.missing(content).stream()
                .map(missing -> section.kind() == Section.Kind.TABLE
                        ? DossierOutcome.Flaw.of("rows", "rows-missing")
                        : DossierOutcome.Flaw.of(
                                "f." + missing,
                                "field-missing",
                                PlaceLabels.of(section, "f." + missing, content, DossierModel.locale())))
                .toList());
    }

    private static String after(DossierContext.Known known, Section section, int page, @Nullable String go) {
        String base = "redirect:/dossiers/" + known.dossier().id();
        String stay = base + "/sections/" + section.key() + (page > 1 ? "?page=" + page : "");
        return switch (go == null ? "" : go) {
            case "next" ->
                DossierModel.next(known, section)
                        .map(next -> base + "/sections/" + next.key())
                        .orElse(base);
            case "stay" -> stay;
            default -> base;
        };
    }

    /** The script saves while somebody types; the answer is the line that says so. */
    @PostMapping("/autosave")
    @Allowed(value = Permission.DOSSIERS_WRITE, scope = Allowed.ScopeRule.QUERY)
    String autosave(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn caller,
            Model view) {
        DossierContext.Known known = model.known(id, caller);
        model.section(known, key);
        DossierOutcome<StoredSection> outcome = writing.save(id, key, SectionForm.read(form), caller);
        view.addAttribute(
                "stored", outcome instanceof DossierOutcome.Done<StoredSection>(StoredSection saved) ? saved : null);
        view.addAttribute("clashing", outcome instanceof DossierOutcome.Clashing<StoredSection>);
        view.addAttribute("version", form.getFirst("version"));
        return "dossiers/saved";
    }

    @GetMapping("/versions")
    @Allowed(value = Permission.DOSSIERS_READ, scope = Allowed.ScopeRule.QUERY)
    String versions(@PathVariable UUID id, @PathVariable String key, SignedIn caller, Model view) {
        DossierContext.Known known = model.known(id, caller);
        Section section = model.section(known, key);
        model.head(known, caller, view, model.named(section));
        List<StoredSection> versions = store.versions(id, key);
        Map<Integer, List<SectionChange>> changes = new LinkedHashMap<>();
        for (int i = 0; i < versions.size(); i++) {
            SectionContent before =
                    i + 1 < versions.size() ? versions.get(i + 1).content() : SectionContent.EMPTY;
            StoredSection each = versions.get(i);
            changes.put(each.version(), SectionChange.between(section, before, each.content(), DossierModel.locale()));
        }
        view.addAttribute("section", section);
        view.addAttribute("versions", versions);
        view.addAttribute("changes", changes);
        return "dossiers/versions";
    }
}
