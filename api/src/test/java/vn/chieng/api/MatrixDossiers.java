package vn.chieng.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chieng.api.AccessMatrixIT.Place;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SampleSystems;
import vn.chieng.api.systems.SystemStore;

/** What the access matrix finds of dossiers: a draft for the system in each place, with a file. */
final class MatrixDossiers {
    private final ApplicationContext beans;
    private final Map<Place, UUID> dossiers = new EnumMap<>(Place.class);
    private final Map<Place, Long> remarks = new EnumMap<>(Place.class);
    private final Map<Place, UUID> files = new EnumMap<>(Place.class);

    MatrixDossiers(ApplicationContext beans) {
        this.beans = beans;
    }

    /** The number of the dossier there, which only who may see it must find. */
    String fill(Place place, String run) {
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        SystemStore systems = beans.getBean(SystemStore.class);
        RegisteredSystem system = SampleSystems.of(systems.nextCode(), "Hệ thống có hồ sơ", place.organizationId());
        systems.add(system);
        String number = "dossier-" + place + "-" + run;
        UUID id = UUID.randomUUID();
        String body = place.organizationId();
        String course = """
                {"pack":{"pack":"ND331-2026","version":"1.0"},"route":"route-3","level":3,"state":"DRAFT","position":0,
                 "round":0,"parties":{"operatorId":"%1$s","ownerId":"%1$s","specialisedUnitId":"%1$s"},"log":[]}""".formatted(body);
        jdbc.sql("""
                        insert into dossiers (id, number, system_id, edition, organization_ids, pack, pack_version, level,
                            state, course, label, created_at, changed_at, search_text)
                        values (:id, :number, :system, 1, array[:body], 'ND331-2026', '1.0', 3, 'DRAFT', :course::jsonb,
                            'AMBER', now(), now(), lower(:number))""")
                .param("id", id)
                .param("number", number)
                .param("system", system.id())
                .param("body", body)
                .param("course", course)
                .update();
        dossiers.put(place, id);
        remarks.put(place, jdbc.sql("""
                                insert into dossier_remarks (dossier_id, section, round, section_version, state, text, made_at,
                                    made_by, made_by_name)
                                values (?, 'part-design', 1, 0, 'OPEN', 'x', now(), 1, 'x') returning id""").param(id).query(Long.class).single());
        files.put(place, file(jdbc, id));
        return number;
    }

    private UUID file(JdbcClient jdbc, UUID dossierId) {
        UUID file = UUID.randomUUID();
        try {
            beans.getBean(PrivateFiles.class).write("dossiers/" + file, "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("""
                        insert into dossier_files (id, dossier_id, name, media_type, bytes, sha256, label, attested_by_name,
                            uploaded_at)
                        values (?, ?, 'x.txt', 'text/plain', 1, repeat('0', 64), 'AMBER', 'x', now())""").param(file).param(dossierId).update();
        return file;
    }

    Object file(Place place) {
        return Objects.requireNonNull(files.get(place));
    }

    Object remark(Place place) {
        return Objects.requireNonNull(remarks.get(place));
    }

    Object dossier(Place place) {
        return Objects.requireNonNull(dossiers.get(place));
    }
}
