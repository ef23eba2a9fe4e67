package vn.chieng.api.organizations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.chieng.api.access.Allowed;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.console.QueryWords;
import vn.chieng.api.problems.ProblemType;
import vn.chieng.api.problems.Problems;
import vn.chieng.api.query.Completion;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryProblem;

/** Organisations as JSON: {@code docs/formats/rest.md}. */
@RestController
@RequestMapping("/api/v1/organizations")
final class OrganizationController {
    private static final int MOST = 500;

    private final OrganizationRegister register;
    private final ContactStore contacts;
    private final TreeOrder order;
    private final NamedOrganizations named;
    private final QueryWords words;
    private final Problems problems;
    private final Clock clock;

    /** A body; what lies outside the caller's scope is not named. */
    record Body(
            String id,
            @Nullable String parentId,
            String kind,
            String name,
            @Nullable String nameEn,
            boolean outside,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String note,
            int version) {

        static Body of(Organization organization, Scope scope) {
            String parentId = organization.parentId();
            return new Body(
                    organization.id(),
                    parentId != null && scope.covers(parentId) ? parentId : null,
                    organization.kind().code(),
                    organization.name(),
                    organization.nameEn(),
                    organization.outside(),
                    organization.validFrom(),
                    organization.validTo(),
                    organization.note(),
                    organization.version());
        }
    }

    /** A contact and how far it can be relied on. */
    record Contact(
            long id,
            String name,
            @Nullable String title,
            @Nullable String phone,
            boolean phoneAlways,
            @Nullable String mail,
            @Nullable String intakeAddress,
            @Nullable Instant verifiedAt,
            @Nullable String verifiedBy,
            int verifyDays,
            String verification) {

        static Contact of(OrganizationContact contact, Instant now) {
            return new Contact(
                    contact.id(),
                    contact.name(),
                    contact.title(),
                    contact.phone(),
                    contact.phoneAlways(),
                    contact.mail(),
                    contact.intakeAddress(),
                    contact.verifiedAt(),
                    contact.verifiedBy(),
                    contact.verifyDays(),
                    contact.verification(now).name().toLowerCase(Locale.ROOT));
        }
    }

    /** Some of them, and how many there are in all. */
    record Bodies(List<Body> items, int total) {}

    /** The codes of a body. */
    record Codes(List<OrganizationCode> items) {}

    /** The contacts of a body. */
    record Contacts(List<Contact> items) {}

    OrganizationController(
            OrganizationRegister register,
            ContactStore contacts,
            TreeOrder order,
            NamedOrganizations named,
            QueryWords words,
            Problems problems,
            Clock clock) {
        this.register = register;
        this.contacts = contacts;
        this.order = order;
        this.named = named;
        this.words = words;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> list(
            @ModelAttribute OrganizationListParameters parameters,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "200") int limit,
            SignedIn caller) {
        if (offset < 0 || offset > OrganizationRegister.MOST_LISTED) {
            return problems.response(ProblemType.BAD_REQUEST, "offset");
        }
        if (limit < 1 || limit > MOST) {
            return problems.response(ProblemType.BAD_REQUEST, "limit");
        }
        return switch (parameters.parsed(clock)) {
            case ParsedQuery.Wrong(QueryProblem problem) -> words.refused(problem);
            case ParsedQuery.Understood(Query asked, var _) -> listed(parameters, asked, offset, limit, caller);
        };
    }

    private ResponseEntity<?> listed(
            OrganizationListParameters parameters, Query asked, int offset, int limit, SignedIn caller) {
        OrganizationQuery query;
        try {
            query = parameters.query(asked, clock);
        } catch (IllegalArgumentException e) {
            return problems.response(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        List<TreeOrder.Placed> all = order.placed(register.list(query, caller.scope()), caller.scope());
        return ResponseEntity.ok(new Bodies(
                all.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(placed -> Body.of(placed.row().organization(), caller.scope()))
                        .toList(),
                all.size()));
    }

    @GetMapping("/completions")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    Completion complete(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int caret,
            SignedIn caller,
            Locale locale) {
        return Completion.of(q, caret, OrganizationFields.ALL, (field, begun) -> switch (field.name()) {
            case "organization", "parent", "name" -> named.offered(begun, caller.scope(), locale);
            default -> List.of();
        });
    }

    @GetMapping("/{id}")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> one(@PathVariable String id, SignedIn caller) {
        return register.find(id, caller.scope())
                .<ResponseEntity<?>>map(entry -> ResponseEntity.ok(Body.of(entry.organization(), caller.scope())))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }

    @GetMapping("/{id}/codes")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> codes(@PathVariable String id, SignedIn caller) {
        return register.find(id, caller.scope())
                .<ResponseEntity<?>>map(entry -> ResponseEntity.ok(new Codes(entry.codes())))
                .orElseGet(() -> problems.response(ProblemType.NOT_FOUND));
    }

    @GetMapping("/{id}/contacts")
    @Allowed(value = Permission.ORGANIZATIONS_READ, scope = Allowed.ScopeRule.QUERY)
    ResponseEntity<?> contacts(@PathVariable String id, SignedIn caller) {
        if (register.find(id, caller.scope()).isEmpty()) {
            return problems.response(ProblemType.NOT_FOUND);
        }
        boolean unmasked = caller.may(Permission.PERSONAL_DATA_READ);
        return ResponseEntity.ok(new Contacts(contacts.of(id, caller.scope()).stream()
                .map(contact -> Contact.of(unmasked ? contact : contact.masked(), clock.instant()))
                .toList()));
    }
}
