package vn.chieng.api.systems.belongings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.organizations.Typed;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemModel;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemQuery;
import vn.chieng.api.systems.SystemRegister;
import vn.chieng.api.systems.SystemTransactions.Edit;

/** The forms of addresses and links. */
@Controller
final class BelongingPages {
    private final BelongingEditor editor;
    private final BelongingStore belongings;
    private final SystemRegister register;
    private final SystemModel details;

    BelongingPages(BelongingEditor editor, BelongingStore belongings, SystemRegister register, SystemModel details) {
        this.editor = editor;
        this.belongings = belongings;
        this.register = register;
        this.details = details;
    }

    /** A link as typed. */
    record LinkForm(
            @Nullable String otherCode,
            @Nullable String otherName,
            @Nullable String kind,
            @Nullable String direction,
            @Nullable String data,
            @Nullable Integer version) {}

    @GetMapping("/systems/{id}/addresses")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String addresses(@PathVariable UUID id, SignedIn caller, Model model) {
        return addresses(details.known(id, caller), text(id), caller, model);
    }

    private String text(UUID id) {
        return belongings.addresses(id).stream()
                .map(address -> address.note() == null ? address.value() : address.value() + "; " + address.note())
                .collect(Collectors.joining("\n"));
    }

    private String addresses(RegisteredSystem system, String text, SignedIn caller, Model model) {
        details.head(system, caller, model, "systems.addresses");
        model.addAttribute("addressText", text);
        model.addAttribute("currentText", text(system.id()));
        return "systems/addresses";
    }

    @PostMapping("/systems/{id}/addresses")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String replace(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String addresses,
            SignedIn caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        details.known(id, caller);
        String text = Typed.text(addresses);
        return switch (editor.replaceAddresses(edit(id, version, caller), text)) {
            case SystemOutcome.Done _ -> SystemModel.saved(id, flash);
            case SystemOutcome.Refused(List<SystemProblem> problems) -> {
                details.refused(problems, model, response);
                yield addresses(details.known(id, caller), text, caller, model);
            }
            case SystemOutcome.Stale(RegisteredSystem current) -> {
                SystemModel.stale(model, response);
                yield addresses(current, text, caller, model);
            }
            case SystemOutcome.Unknown _ -> throw SystemModel.none();
        };
    }

    @GetMapping("/systems/{id}/links")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String links(@PathVariable UUID id, SignedIn caller, Model model) {
        return links(details.known(id, caller), new LinkForm(null, null, null, null, null, null), caller, model);
    }

    private String links(RegisteredSystem system, LinkForm form, SignedIn caller, Model model) {
        details.head(system, caller, model, "systems.links");
        List<SystemLink> own = belongings.links(system.id()).stream()
                .filter(link -> link.systemId().equals(system.id()))
                .toList();
        model.addAttribute("links", own);
        model.addAttribute(
                "linked",
                register
                        .findAll(
                                own.stream()
                                        .map(SystemLink::otherId)
                                        .filter(java.util.Objects::nonNull)
                                        .toList(),
                                caller.scope())
                        .stream()
                        .collect(Collectors.toMap(RegisteredSystem::id, other -> other)));
        model.addAttribute("form", form);
        model.addAttribute("kinds", SystemLink.Kind.values());
        model.addAttribute("directions", SystemLink.Direction.values());
        model.addAttribute(
                "others",
                register.list(SystemQuery.ALL, caller.scope()).stream()
                        .filter(other -> !other.id().equals(system.id()))
                        .toList());
        return "systems/links";
    }

    @PostMapping("/systems/{id}/links")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String add(
            @PathVariable UUID id,
            @ModelAttribute("form") LinkForm form,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        details.known(id, caller);
        Optional<SystemLink.Kind> kind = one(SystemLink.Kind.values(), form.kind());
        Optional<SystemLink.Direction> direction = one(SystemLink.Direction.values(), form.direction());
        SystemOutcome outcome = kind.isEmpty() || direction.isEmpty()
                ? SystemOutcome.Refused.of(SystemProblem.of("kind", Reason.CHOICE_UNKNOWN))
                : editor.addLink(
                        edit(id, form.version(), caller),
                        new BelongingEditor.Other(Typed.orNull(form.otherCode()), Typed.orNull(form.otherName())),
                        kind.get(),
                        direction.get(),
                        Typed.orNull(form.data()));
        return answer(outcome, id, form, caller, model, response);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, @Nullable String code) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(code))
                .findFirst();
    }

    @PostMapping("/systems/{id}/links/{link}/remove")
    @Allowed(value = Permission.SYSTEMS_EDIT, scope = Allowed.ScopeRule.QUERY)
    String remove(
            @PathVariable UUID id,
            @PathVariable long link,
            @RequestParam(required = false) @Nullable Integer version,
            SignedIn caller,
            Model model,
            HttpServletResponse response) {
        details.known(id, caller);
        return answer(
                editor.removeLink(edit(id, version, caller), link),
                id,
                new LinkForm(null, null, null, null, null, null),
                caller,
                model,
                response);
    }

    private String answer(
            SystemOutcome outcome, UUID id, LinkForm form, SignedIn caller, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case SystemOutcome.Done _ -> "redirect:/systems/" + id + "/links";
            case SystemOutcome.Refused(List<SystemProblem> problems) -> {
                details.refused(problems, model, response);
                yield links(details.known(id, caller), form, caller, model);
            }
            case SystemOutcome.Stale(RegisteredSystem current) -> {
                SystemModel.stale(model, response);
                yield links(current, form, caller, model);
            }
            case SystemOutcome.Unknown _ -> throw SystemModel.none();
        };
    }

    private static Edit edit(UUID id, @Nullable Integer version, SignedIn caller) {
        return new Edit(id, version == null ? -1 : version, caller);
    }
}
