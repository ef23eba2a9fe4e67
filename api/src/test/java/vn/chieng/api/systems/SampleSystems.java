package vn.chieng.api.systems;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.chieng.law.pack.PackVersion;

/** Systems for tests, complete unless a test says otherwise. */
public final class SampleSystems {
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");

    private SampleSystems() {}

    /** A system operated and owned by one body. */
    public static RegisteredSystem of(String code, String name, String organizationId) {
        return of(code, name, organizationId, organizationId);
    }

    /** A planned system without answers. */
    public static RegisteredSystem of(String code, String name, String operatorId, String ownerId) {
        return new RegisteredSystem(
                UUID.randomUUID(),
                code,
                card(name, operatorId, ownerId),
                SystemStatus.PLANNED,
                null,
                SystemAnswers.NONE,
                null,
                1,
                AT,
                AT);
    }

    /** A level determined without further ado. */
    public static Determination determined(int level) {
        return new Determination(
                new PackVersion("ND331-2026", "1.0"),
                level,
                level,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                Map.of(),
                "Người Thử",
                AT);
    }

    static SystemCard card(String name, String operatorId, String ownerId) {
        return new SystemCard(
                name,
                "Phục vụ công việc",
                "Cán bộ, công chức",
                operatorId,
                ownerId,
                null,
                new Hosting(Hosting.Kind.OWN, null, false, Hosting.Contract.NONE),
                null);
    }

    /** Answers of an online service with this many subjects of basic data. */
    public static SystemAnswers online(int basicSubjects) {
        return new SystemAnswers(
                Map.of("scope-function", true),
                Map.of(
                        "information-classes",
                        List.of("public", "personal"),
                        "system-type",
                        "citizens",
                        "online-service",
                        "true",
                        "conditional-business",
                        "false",
                        "administrative-procedures",
                        "false",
                        "basic-data-subjects",
                        String.valueOf(basicSubjects)),
                Map.of("basic-data-subjects", new SystemAnswers.Count("Đếm tài khoản", null)));
    }
}
