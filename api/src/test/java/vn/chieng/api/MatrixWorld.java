package vn.chieng.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.chieng.api.AccessMatrixIT.Place;
import vn.chieng.api.access.Permission;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** What the access matrix walks over: a caller in each role at one organisation, and an object of every kind in each of four organisations. */
final class MatrixWorld {
    /** When the incidents began; lists show the last day by default. */
    private static final Duration AGO = Duration.ofHours(1);

    private final ApplicationContext beans;
    private final MatrixOrganizations organizations;
    private final MatrixPeople people;
    private final MatrixSystems systems;
    private final MatrixReports reports;
    private final MatrixDesk desk;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Role, SignedIn> callers = new EnumMap<>(Role.class);
    private final List<Mark> marks = new ArrayList<>();
    private final MatrixRules rules;
    private final MatrixDossiers dossiers;
    private final MatrixNotices notices;
    private final MatrixChecks checks;
    private final Map<Place, Long> incidents = new EnumMap<>(Place.class);

    /** Text that only who may see it must find in an answer. */
    record Mark(String text, Place place, @Nullable Permission needed) {
        boolean visibleTo(SignedIn caller) {
            return caller.scope().covers(place.organizationId()) && (needed == null || caller.may(needed));
        }
    }

    MatrixWorld(ApplicationContext beans) {
        this.beans = beans;
        organizations = new MatrixOrganizations(beans);
        people = new MatrixPeople(beans);
        systems = new MatrixSystems(beans);
        reports = new MatrixReports(beans);
        dossiers = new MatrixDossiers(beans);
        rules = new MatrixRules(beans);
        desk = new MatrixDesk(beans);
        notices = new MatrixNotices(beans, run);
        checks = new MatrixChecks(beans);
    }

    void fill() {
        for (Role role : Role.values()) {
            callers.put(role, people.caller(role, run));
        }
        rules.fill(caller(Role.SOC_LEAD));
        for (Place place : Place.values()) {
            if (place != Place.OWN) {
                marks.add(new Mark(place.organizationId(), place, null));
            }
            incidents.put(place, opened(place));
            checks.fill(place);
            marks.add(new Mark(desk.fill(place, incident(place), run), place, Permission.INCIDENTS_READ));
            marks.add(new Mark(organizations.fill(place, run), place, Permission.ORGANIZATIONS_READ));
            marks.add(new Mark(people.fill(place, run), place, null));
            marks.add(new Mark(systems.fill(place, run), place, Permission.SYSTEMS_READ));
            marks.add(new Mark(reports.fill(place, run), place, Permission.ANNUAL_REPORTS_READ));
            // the number of a dossier stands in the list of systems too, which other roles read
            marks.add(new Mark(dossiers.fill(place, run), place, null));
        }
    }

    private long opened(Place place) {
        String mark = "host-" + place + "-" + run;
        marks.add(new Mark(mark, place, Permission.INCIDENTS_READ));
        Instant at = beans.getBean(Clock.class).instant().minus(AGO);
        var evidence = new Evidence(
                mark,
                "logs-r12-2026.11.21",
                at,
                at,
                place.organizationId(),
                "s-1",
                "system.auth",
                mark,
                "root",
                "203.0.113.5",
                null,
                "Failed password on " + mark,
                false);
        beans.getBean(IncidentStore.class)
                .apply(new Signal(
                        mark,
                        mark,
                        new RuleReference("rule", "Dò mật khẩu " + mark, "Guessing " + mark, "", Level.HIGH, List.of()),
                        new Entity(Entity.Kind.HOST, place.organizationId() + "/" + mark),
                        at,
                        at,
                        at,
                        1,
                        List.of(),
                        List.of(evidence)));
        return beans.getBean(JdbcClient.class)
                .sql("select id from incidents where incident_key = ?")
                .param(mark)
                .query(Long.class)
                .single();
    }

    long incident(Place place) {
        return java.util.Objects.requireNonNull(incidents.get(place));
    }

    SignedIn caller(Role role) {
        return java.util.Objects.requireNonNull(callers.get(role));
    }

    List<Mark> marks() {
        return marks;
    }

    /** Whether an object of this place is within the caller's reach. */
    boolean sees(SignedIn caller, String pattern, Place place) {
        if (pattern.contains("/annual-reports/{year}") && !pattern.contains("{organizationId}")) {
            return true; // the year is everybody's, its parts are not
        }
        return caller.scope().covers(place.organizationId());
    }

    /** The pattern with the keys of this place's objects. */
    String address(HttpMethod method, String pattern, Place place) {
        StringBuilder address = new StringBuilder();
        int end = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', end)) {
            address.append(pattern, end, open);
            end = pattern.indexOf('}', open) + 1;
            Function<Place, Object> object = objects().get(pattern.substring(0, end));
            if (object == null) {
                throw new AssertionError(method + " " + pattern + " has no object in MatrixWorld.objects()");
            }
            address.append(object.apply(place));
        }
        return address.append(pattern.substring(end))
                .append(desk.query(pattern, place))
                .toString();
    }

    /** By a path up to and including a variable, the key of an object there. */
    private Map<String, Function<Place, Object>> objects() {
        return Map.ofEntries(
                Map.entry("/incidents/{id}", incidents::get),
                Map.entry("/incidents/{id}/evidence/{eventId}", place -> "host-" + place + "-" + run),
                Map.entry("/indicators/{id}", _ -> MatrixIndicators.indicator(beans)),
                Map.entry("/api/v1/indicators/{id}", _ -> MatrixIndicators.indicator(beans)),
                Map.entry("/indicators/imports/{id}", _ -> MatrixIndicators.upload(beans)),
                Map.entry("/api/v1/indicators/imports/{id}", _ -> MatrixIndicators.upload(beans)),
                Map.entry("/api/v1/incidents/{id}", incidents::get),
                Map.entry("/incidents/{id}/tasks/{task}", desk::task),
                Map.entry("/api/v1/incidents/{id}/tasks/{task}", desk::task),
                Map.entry("/incidents/{id}/observables/{observable}", desk::observable),
                Map.entry("/api/v1/incidents/{id}/observables/{observable}", desk::observable),
                Map.entry("/audit/{number}", this::auditEntry),
                Map.entry("/api/v1/audit/{number}", this::auditEntry),
                Map.entry("/admin/organizations/{id}", Place::organizationId),
                Map.entry("/admin/organizations/{organizationId}", Place::organizationId),
                Map.entry("/admin/organizations/{organizationId}/contacts/{id}", organizations::contact),
                Map.entry("/admin/organizations/imports/{id}", _ -> organizations.upload()),
                Map.entry("/api/v1/organizations/{id}", Place::organizationId),
                Map.entry("/views/{id}", _ -> UUID.randomUUID()),
                Map.entry("/systems/{id}", systems::system),
                Map.entry("/api/v1/systems/{id}", systems::system),
                Map.entry("/systems/{id}/tasks/{task}", systems::task),
                Map.entry("/systems/{id}/links/{link}", systems::link),
                Map.entry("/systems/imports/{id}", systems::upload),
                Map.entry("/systems/drafts/{draft}", _ -> UUID.randomUUID()),
                Map.entry("/systems/drafts/{draft}/{step}", _ -> "card"),
                Map.entry("/dossiers/{id}", dossiers::dossier),
                Map.entry("/api/v1/dossiers/{id}", dossiers::dossier),
                Map.entry("/dossiers/{id}/moves/{move}", _ -> "submit"),
                Map.entry("/dossiers/{id}/sections/{key}", _ -> "part-design"),
                Map.entry("/dossiers/{id}/remarks/{remark}", dossiers::remark),
                Map.entry("/dossiers/{id}/papers/{form}", _ -> "dossier"),
                Map.entry("/dossiers/{id}/papers/{form}/{format}", _ -> "docx"),
                Map.entry("/dossiers/{id}/files/{file}", dossiers::file),
                Map.entry("/coverage/{id}", Place::organizationId),
                Map.entry("/overview/communes/{code}", Place::organizationId),
                Map.entry("/coverage/{id}/facts/{kind}", _ -> "antivirus"),
                Map.entry("/coverage/{id}/checks/{check}", checks::check),
                Map.entry("/admin/users/{id}", people::person),
                Map.entry("/admin/users/{id}/roles/{assignment}", people::assignment),
                Map.entry("/admin/users/{id}/tokens/{token}", _ -> 0),
                Map.entry("/api/v1/accounts/{id}", people::person),
                Map.entry("/admin/reviews/{id}", people::review),
                Map.entry("/law/packs/{pack}", _ -> "ND331-2026"),
                Map.entry("/law/drafts/{draft}", _ -> MatrixLaw.draft(beans, run)),
                Map.entry("/law/drafts/{draft}/files/{file}", _ -> "pack.yml"),
                Map.entry("/api/v1/law/packs/{pack}", _ -> "ND331-2026"),
                Map.entry("/delegations/{id}", people::assignment),
                Map.entry("/annual-reports/{year}", _ -> MatrixReports.YEAR),
                Map.entry("/api/v1/annual-reports/{year}", _ -> MatrixReports.YEAR),
                Map.entry("/annual-reports/{year}/units/{organizationId}", Place::organizationId),
                Map.entry("/annual-reports/{year}/units/{organizationId}/rows/{row}", _ -> 1),
                Map.entry("/rules/{id}", _ -> rules.own()),
                Map.entry("/rules/{id}/filters/{filter}", _ -> 0),
                Map.entry("/api/v1/rules/{id}/exceptions/{exception}", _ -> 0),
                Map.entry("/rules/imports/{id}", _ -> rules.upload()),
                Map.entry("/rules/imports/{id}/changes/{ruleId}", _ -> rules.uploaded()),
                Map.entry("/api/v1/rules/{id}", _ -> rules.own()),
                Map.entry("/api/v1/rules/imports/{id}", _ -> rules.upload()),
                Map.entry("/me/security/sessions/{publicId}", _ -> "unknown"),
                Map.entry("/me/security/tokens/{id}", _ -> 0),
                Map.entry("/notifications/{id}", _ -> 0),
                Map.entry("/api/v1/notifications/{id}", _ -> 0),
                Map.entry("/admin/notifications/webhooks/{webhook}", _ -> notices.webhook()),
                Map.entry("/admin/notifications/failures/{delivery}", _ -> notices.delivery()));
    }

    /** What the log says of the incident there. */
    private long auditEntry(Place place) {
        return beans.getBean(JdbcClient.class)
                .sql("select max(number) from audit_entries where object_type = 'incident' and object_id = ?")
                .param(Long.toString(incident(place)))
                .query(Long.class)
                .single();
    }

    /** A form that lacks nothing. */
    MultiValueMap<String, String> form(String pattern, Place place) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "1");
        form.add("reason", pattern.startsWith("/incidents") ? "FALSE_POSITIVE" : "Lý do");
        form.add("note", "Ghi chú");
        form.add("text", "Ghi chú");
        if (pattern.startsWith("/incidents/")) {
            desk.form(place).forEach(form::add);
        }
        if (List.of("/incidents/acknowledge", "/incidents/take", "/incidents/bulk")
                .contains(pattern)) {
            form.add("act", "take");
            incidents.values().forEach(id -> form.add("id", id.toString()));
        }
        if (pattern.startsWith("/admin/organizations")) {
            organizations.form(place).forEach(form::add);
        } else if (pattern.startsWith("/admin") || pattern.equals("/delegations")) {
            people.form(place).forEach(form::add);
        }
        if (pattern.equals("/me")) {
            form.add("language", "vi");
            form.add("theme", "LIGHT");
            form.add("density", "COMPACT");
        }
        return form;
    }

    /** A JSON body that lacks nothing. */
    String body(String pattern, Place place) {
        return """
                {"version":1,"reason":"false-positive","note":"Ghi chú","text":"Ghi chú","to":"dismissed","severity":"M1",
                "title":"Việc","value":"203.0.113.9"}""";
    }
}
