package vn.chieng.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.AccessMatrixIT.Place;

/** What the access matrix finds of organisations: a contact in each place, and an upload. */
final class MatrixOrganizations {
    private final ApplicationContext beans;
    private final Map<Place, Long> contacts = new EnumMap<>(Place.class);
    private long upload;

    MatrixOrganizations(ApplicationContext beans) {
        this.beans = beans;
    }

    /** The name of the contact there, which only who may see it must find. */
    String fill(Place place, String run) {
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        String name = "contact-" + place + "-" + run;
        contacts.put(
                place,
                jdbc.sql("insert into organization_contacts (organization_id, name, phone) values (?, ?, '0912345678')"
                                + " returning id")
                        .param(place.organizationId())
                        .param(name)
                        .query(Long.class)
                        .single());
        if (upload == 0) {
            upload = jdbc.sql(
                            "insert into organization_imports (file_name, state, account_name, started_at, touched_at)"
                                    + " values ('matrix.csv', 'ready', 'matrix', now(), now()) returning id")
                    .query(Long.class)
                    .single();
        }
        return name;
    }

    Object contact(Place place) {
        return Objects.requireNonNull(contacts.get(place));
    }

    long upload() {
        return upload;
    }

    /** What the forms of organisations and contacts need beside a version. */
    Map<String, String> form(Place place) {
        return Map.ofEntries(
                Map.entry("name", "Tên " + place),
                Map.entry("kind", "unit"),
                Map.entry("parent", "org-tinh-gia-lai"),
                Map.entry("validTo", "31/12/2026"),
                Map.entry("phone", "0912345678"),
                Map.entry("verifyDays", "365"),
                Map.entry("scheme", "qd-20"),
                Map.entry("value", "H21.99"),
                Map.entry("predecessor", "org-vp-ubnd"));
    }
}
