package vn.chieng.api.incidents.detail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.IncidentPanel;
import vn.chieng.api.organizations.ContactStore;
import vn.chieng.api.organizations.OrganizationContact;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemRegister;

/** The system that an incident is about, its owner, and whom to call. */
@Component
final class OrganizationPanel implements IncidentPanel {
    private static final int MOST_BODIES = 5;

    private final SystemRegister systems;
    private final ContactStore contacts;

    OrganizationPanel(SystemRegister systems, ContactStore contacts) {
        this.systems = systems;
        this.contacts = contacts;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Content> content(Incident incident, SignedIn caller) {
        UUID systemId = incident.classification().systemId();
        List<RegisteredSystem> system = systemId == null
                ? List.of()
                : systems.find(systemId, caller.scope()).stream().toList();
        Set<String> bodies = new LinkedHashSet<>();
        system.forEach(each -> bodies.addAll(each.organizationIds()));
        bodies.addAll(incident.organizationIds());
        List<OrganizationContact> people = caller.may(Permission.ORGANIZATIONS_READ)
                ? bodies.stream()
                        .limit(MOST_BODIES)
                        .flatMap(body -> contactsOf(body, caller))
                        .toList()
                : List.of();
        return Optional.of(new Content("incidents/panel-organization", Map.of("systems", system, "contacts", people)));
    }

    private Stream<OrganizationContact> contactsOf(String body, SignedIn caller) {
        return contacts.of(body, caller.scope()).stream()
                .map(contact -> caller.may(Permission.PERSONAL_DATA_READ) ? contact : contact.masked());
    }
}
