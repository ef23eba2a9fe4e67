package vn.chieng.api;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.incidents.IncidentStore;
import vn.chieng.event.Entity;
import vn.chieng.event.Evidence;
import vn.chieng.event.Level;
import vn.chieng.event.RuleReference;
import vn.chieng.event.Signal;

/** What the access matrix walks over: a caller in each role at one organisation, and an object of every kind in each of four organisations. */
final class MatrixWorld {
    private final ApplicationContext beans;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Role, SignedIn> callers = new EnumMap<>(Role.class);
    private final List<Mark> marks = new ArrayList<>();
    private final Map<Place, Long> incidents = new EnumMap<>(Place.class);

    /** Text that only who may see it must find in an answer. */
    record Mark(String text, Place place, @Nullable Permission needed) {
        boolean visibleTo(SignedIn caller) {
            return caller.scope().covers(place.organizationId()) && (needed == null || caller.may(needed));
        }
    }

    MatrixWorld(ApplicationContext beans) {
        this.beans = beans;
    }

    void fill() {
        for (Role role : Role.values()) {
            callers.put(role, person(role));
        }
        for (Place place : Place.values()) {
            if (place != Place.OWN) {
                marks.add(new Mark(place.organizationId(), place, null));
            }
            incidents.put(place, opened(place));
        }
    }

    private SignedIn person(Role role) {
        AccountStore accounts = beans.getBean(AccountStore.class);
        Instant now = beans.getBean(Clock.class).instant();
        AccountKind kind = role == Role.ADMINISTRATOR ? AccountKind.ADMINISTRATOR : AccountKind.BUSINESS;
        Account account = accounts.add(
                        new Account.Draft(
                                "matrix-" + run + "-" + role,
                                "Vai " + role,
                                kind,
                                null,
                                null,
                                Place.OWN.organizationId(),
                                "vi",
                                false),
                        now)
                .orElseThrow();
        accounts.grant(new Assignment.Draft(account.id(), role, Place.OWN.organizationId(), null, null), now);
        return beans.getBean(ActingRights.class)
                .acting(account.id(), null, Set.of())
                .orElseThrow();
    }

    private long opened(Place place) {
        String mark = "host-" + place + "-" + run;
        marks.add(new Mark(mark, place, Permission.INCIDENTS_READ));
        Instant at = Instant.parse("2026-11-21T23:41:07Z");
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
        return caller.scope().covers(place.organizationId());
    }

    /** The pattern with the keys of this place's objects. */
    String address(HttpMethod method, String pattern, Place place) {
        String address = pattern;
        for (Map.Entry<String, Function<Place, Object>> object : objects().entrySet()) {
            if (pattern.startsWith(object.getKey())) {
                address = address.replaceFirst(
                        "\\{[^}]+}", String.valueOf(object.getValue().apply(place)));
                break;
            }
        }
        if (address.contains("{")) {
            throw new AssertionError(method + " " + pattern + " has no object in MatrixWorld.objects()");
        }
        return address;
    }

    /** By the beginning of a path, the key of an object there; the longest beginning first. */
    private Map<String, Function<Place, Object>> objects() {
        return Map.of(
                "/incidents/{id}",
                incidents::get,
                "/api/v1/incidents/{id}",
                incidents::get,
                "/me/security/sessions/{publicId}",
                _ -> "nobodys",
                "/me/security/tokens/{id}",
                _ -> 0);
    }

    /** A form that lacks nothing. */
    MultiValueMap<String, String> form(String pattern, Place place) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "1");
        form.add("reason", pattern.startsWith("/incidents") ? "RESOLVED" : "Lý do");
        form.add("note", "Ghi chú");
        form.add("text", "Ghi chú");
        if (pattern.equals("/incidents/acknowledge")) {
            incidents.values().forEach(id -> form.add("id", id.toString()));
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
                {"version":1,"reason":"RESOLVED","note":"Ghi chú","text":"Ghi chú"}""";
    }
}
