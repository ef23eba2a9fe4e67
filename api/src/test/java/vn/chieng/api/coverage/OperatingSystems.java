package vn.chieng.api.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemStatus;

/** Systems that operate since a day, of which nothing else is known. */
final class OperatingSystems {
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");

    private OperatingSystems() {}

    static RegisteredSystem since(String code, String name, String operatorId, LocalDate day) {
        return new RegisteredSystem(
                UUID.randomUUID(),
                code,
                new SystemCard(
                        name,
                        null,
                        null,
                        operatorId,
                        operatorId,
                        null,
                        new Hosting(Hosting.Kind.OWN, null, false, Hosting.Contract.NONE),
                        null),
                SystemStatus.OPERATING,
                day,
                SystemAnswers.NONE,
                null,
                1,
                AT,
                AT);
    }
}
