package vn.chieng.api.organizations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Shown;
import vn.chieng.api.query.Query;

/** What the pages of one body show; a body outside the scope looks like none. */
@Component
final class DetailModel {
    private final OrganizationRegister register;
    private final ContactStore contacts;
    private final OrganizationDirectory directory;
    private final TreeOrder order;
    private final ProblemWords words;
    private final MessageSource messages;
    private final Shown shown;
    private final Clock clock;

    DetailModel(
            OrganizationRegister register,
            ContactStore contacts,
            OrganizationDirectory directory,
            TreeOrder order,
            ProblemWords words,
            MessageSource messages,
            Shown shown,
            Clock clock) {
        this.register = register;
        this.contacts = contacts;
        this.directory = directory;
        this.order = order;
        this.words = words;
        this.messages = messages;
        this.shown = shown;
        this.clock = clock;
    }

    OrganizationEntry known(String id, SignedIn caller) {
        return register.find(id, caller.scope()).orElseThrow(DetailModel::none);
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** The whole page of a body. */
    String page(OrganizationEntry entry, SignedIn caller, Model model) {
        String id = entry.id();
        head(entry, caller, model, null);
        model.addAttribute("predecessors", register.predecessors(id, caller.scope()));
        model.addAttribute("successors", register.successors(id, caller.scope()));
        model.addAttribute("children", children(id, caller));
        boolean unmasked = caller.may(Permission.PERSONAL_DATA_READ);
        model.addAttribute(
                "contacts",
                contacts.of(id, caller.scope()).stream()
                        .map(contact -> unmasked ? contact : contact.masked())
                        .toList());
        model.addAttribute("masked", !unmasked);
        model.addAttribute(
                "schemes",
                register.schemes().stream().collect(Collectors.toMap(CodeScheme::scheme, Function.identity())));
        model.addAttribute("knownSchemes", register.schemes());
        model.addAttribute("choices", order.choices(caller.scope(), LocalDate.MIN));
        return "organizations/detail";
    }

    /** What every page about one body has: crumbs, the body, what the caller may do, and nothing wrong yet. */
    void head(OrganizationEntry entry, SignedIn caller, Model model, @Nullable String step) {
        Instant now = clock.instant();
        model.addAttribute("entry", entry);
        model.addAttribute("organization", entry.organization());
        model.addAttribute("named", shown.text(entry.organization().name(LocaleContextHolder.getLocale())));
        model.addAttribute("parent", parent(entry.organization(), caller));
        model.addAttribute("crumbs", crumbs(entry.organization(), caller, step));
        model.addAttribute("exists", entry.organization().existsOn(OrganizationListParameters.today(clock)));
        model.addAttribute("now", now);
        model.addAttribute("today", OrganizationListParameters.today(clock));
        model.addAttribute("mayEdit", caller.may(Permission.ORGANIZATIONS_EDIT));
        model.addAttribute("mayEditContacts", mayEditContacts(caller));
        model.addAttribute("mayShape", ProvinceWide.may(caller, Permission.ORGANIZATIONS_EDIT));
        model.asMap().putIfAbsent("errors", List.of());
        model.asMap().putIfAbsent("wrong", Map.of());
    }

    /** Whoever sees numbers masked would save them masked. */
    static boolean mayEditContacts(SignedIn caller) {
        return caller.may(Permission.ORGANIZATIONS_EDIT) && caller.may(Permission.PERSONAL_DATA_READ);
    }

    /** Puts what is wrong above and under the fields. */
    void problems(List<RegisterProblem> problems, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("errors", words.summary(problems, locale));
        model.addAttribute("wrong", words.byField(problems, locale));
    }

    private @Nullable Organization parent(Organization organization, SignedIn caller) {
        String parentId = organization.parentId();
        return parentId == null || !caller.scope().covers(parentId)
                ? null
                : directory.find(parentId).orElse(null);
    }

    private List<TreeOrder.Placed> children(String id, SignedIn caller) {
        var query = new OrganizationQuery(
                Query.EVERYTHING,
                null,
                id,
                OrganizationQuery.Presence.ALL,
                OrganizationQuery.Contacts.ANY,
                OrganizationListParameters.today(clock),
                clock.instant());
        return order.placed(register.list(query, caller.scope()), caller.scope()).stream()
                .sorted(Comparator.comparing(
                        placed -> !placed.row().organization().existsOn(query.today())))
                .toList();
    }

    private List<Crumb> crumbs(Organization organization, SignedIn caller, @Nullable String step) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Crumb> crumbs = new ArrayList<>();
        Organization next = parent(organization, caller);
        // the way up is short: the tree's own depth bounds it
        for (int left = directory.depth(organization.id()); next != null && left > 0; left--) {
            crumbs.addFirst(new Crumb("/admin/organizations/" + next.id(), next.name(locale)));
            next = parent(next, caller);
        }
        crumbs.addFirst(new Crumb("/admin/organizations", messages.getMessage("organizations.title", null, locale)));
        crumbs.add(new Crumb("/admin/organizations/" + organization.id(), organization.name(locale)));
        if (step != null) {
            crumbs.add(new Crumb("", messages.getMessage(step, null, locale)));
        }
        return crumbs;
    }
}
