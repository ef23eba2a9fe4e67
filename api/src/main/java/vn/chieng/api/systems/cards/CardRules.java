package vn.chieng.api.systems.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.systems.Delegation;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;

/** What a card must hold, and which bodies a caller may put into it. */
@Component
public final class CardRules {
    private static final int MOST_NAME = 300;
    private static final int MOST_TEXT = 2000;
    private static final int MOST_WORDS = 200;

    private final OrganizationDirectory directory;

    CardRules(OrganizationDirectory directory) {
        this.directory = directory;
    }

    /** Bodies that may operate: those of the caller's scope. */
    public List<Organization> operators(Scope scope, LocalDate today) {
        return directory.within(scope).stream()
                .filter(organization -> organization.existsOn(today) && !organization.outside())
                .toList();
    }

    /** Bodies that may own or act for the owner: those of the scope and those above them. */
    List<Organization> owners(Scope scope, LocalDate today) {
        List<Organization> within = operators(scope, today);
        Set<Organization> all = new LinkedHashSet<>();
        within.stream().findFirst().ifPresent(top -> all.addAll(above(top)));
        all.addAll(within);
        return List.copyOf(all);
    }

    /** The root first. */
    private List<Organization> above(Organization organization) {
        List<Organization> above = new ArrayList<>();
        String parentId = organization.parentId();
        // the tree's own depth bounds the way up
        for (int left = directory.depth(organization.id()); parentId != null && left > 0; left--) {
            Organization parent = directory.find(parentId).orElse(null);
            if (parent == null) {
                break;
            }
            above.addFirst(parent);
            parentId = parent.parentId();
        }
        return above;
    }

    /** All that is wrong with the card; a body that stays is not asked for again. */
    public List<SystemProblem> problems(SystemCard card, @Nullable SystemCard before, Scope scope, LocalDate today) {
        List<SystemProblem> problems = new ArrayList<>();
        if (card.name().isBlank()) {
            problems.add(SystemProblem.of("name", Reason.NAME_MISSING));
        }
        length("name", card.name(), MOST_NAME, problems);
        length("purpose", card.purpose(), MOST_TEXT, problems);
        length("beneficiaries", card.beneficiaries(), MOST_TEXT, problems);
        length("hosting_place", card.hosting().place(), MOST_WORDS, problems);
        length("contract_provider", card.hosting().contract().provider(), MOST_WORDS, problems);
        length("contract_number", card.hosting().contract().number(), MOST_WORDS, problems);
        body(
                "operator",
                card.operatorId(),
                before == null ? null : before.operatorId(),
                operators(scope, today),
                problems);
        List<Organization> owners = owners(scope, today);
        body("owner", card.ownerId(), before == null ? null : before.ownerId(), owners, problems);
        Delegation delegation = card.delegation();
        if (delegation != null) {
            Delegation former = before == null ? null : before.delegation();
            body("delegate", delegation.delegateId(), former == null ? null : former.delegateId(), owners, problems);
            length("delegation_paper", delegation.paper(), MOST_WORDS, problems);
        }
        Hosting.Contract contract = card.hosting().contract();
        LocalDate signed = contract.signedOn();
        LocalDate until = contract.until();
        if (signed != null && until != null && until.isBefore(signed)) {
            problems.add(SystemProblem.of("contract_until", Reason.DATES_REVERSED));
        }
        return problems;
    }

    private void body(
            String field,
            String id,
            @Nullable String before,
            List<Organization> choices,
            List<SystemProblem> problems) {
        if (Objects.equals(id, before)) {
            return;
        }
        if (id.isBlank()) {
            problems.add(SystemProblem.of(field, Reason.ORGANIZATION_MISSING));
        } else if (choices.stream().noneMatch(choice -> choice.id().equals(id))) {
            problems.add(SystemProblem.of(field, Reason.ORGANIZATION_FOREIGN));
        }
    }

    private static void length(String field, @Nullable String text, int most, List<SystemProblem> problems) {
        if (text != null && text.length() > most) {
            problems.add(SystemProblem.of(field, Reason.TEXT_TOO_LONG, String.valueOf(most)));
        }
    }
}
