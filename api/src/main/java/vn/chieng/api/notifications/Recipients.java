package vn.chieng.api.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.identity.Held;
import vn.chieng.api.identity.Person;
import vn.chieng.api.identity.PersonState;
import vn.chieng.api.notifications.NoticeRules.Channels;
import vn.chieng.api.organizations.OrganizationDirectory;

/** Decides who is told: by rule and role as far as the role reaches, and the people named; never who may not know. */
@Component
final class Recipients {
    private static final Channels BOTH = new Channels(true, true);

    private final ActingRights rights;
    private final OrganizationDirectory organizations;

    Recipients(ActingRights rights, OrganizationDirectory organizations) {
        this.rights = rights;
        this.organizations = organizations;
    }

    /** A person and the channels that rules open. */
    record Recipient(Account account, Channels channels) {}

    List<Recipient> of(Notice notice, NoticeRules rules, List<Person> people) {
        List<Recipient> told = new ArrayList<>();
        for (Person person : people) {
            Channels channels = channels(notice, rules, person);
            if (channels.any()) {
                told.add(new Recipient(person.account(), channels));
            }
        }
        return told;
    }

    private Channels channels(Notice notice, NoticeRules rules, Person person) {
        Account account = person.account();
        Long causedBy = notice.causedBy();
        if (person.state() == PersonState.DISABLED
                || account.kind() == AccountKind.SERVICE
                || (causedBy != null && causedBy == account.id())) {
            return Channels.NONE;
        }
        boolean named = notice.accountIds().contains(account.id());
        NoticeKind kind = notice.kind();
        if (kind.personal() && !named) {
            return Channels.NONE;
        }
        if (kind.needed() == Permission.OWN_ACCOUNT) {
            return BOTH;
        }
        return person.roles().stream()
                .map(Held::assignment)
                .filter(held -> held.role().grants(kind.needed()) && reaches(held, notice.organizationIds()))
                .map(held -> named ? BOTH : rules.of(kind, held.role()))
                .reduce(Channels.NONE, Channels::or);
    }

    private boolean reaches(Assignment held, Set<String> organizationIds) {
        if (!rights.scope(held.role(), held.organizationId()).covers(organizationIds)) {
            return false;
        }
        Set<String> narrowed = held.delegatedOrganizationIds();
        return narrowed == null
                || narrowed.stream()
                        .map(organizations::subtree)
                        .anyMatch(subtree -> organizationIds.stream().anyMatch(subtree::contains));
    }
}
