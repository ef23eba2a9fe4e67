package vn.chieng.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import vn.chieng.api.AccessMatrixIT.Place;
import vn.chieng.api.coverage.checks.CheckKind;
import vn.chieng.api.coverage.checks.CheckStore;
import vn.chieng.api.coverage.checks.RecordedCheck;
import vn.chieng.api.home.PrivateFiles;

/** What the access matrix finds of recorded checks: one with a file in each place. */
final class MatrixChecks {
    private final ApplicationContext beans;
    private final Map<Place, Long> checks = new EnumMap<>(Place.class);

    MatrixChecks(ApplicationContext beans) {
        this.beans = beans;
    }

    void fill(Place place) {
        UUID file = UUID.randomUUID();
        try {
            beans.getBean(PrivateFiles.class).write("checks/" + file, "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RecordedCheck check = new RecordedCheck(
                0,
                place.organizationId(),
                CheckKind.DRILL,
                LocalDate.of(2026, 11, 20),
                "Tổ ứng phó",
                null,
                Set.of(),
                new RecordedCheck.Enclosed(file, "x.txt", "text/plain", 1, "0".repeat(64)),
                "Người Thử",
                Instant.parse("2026-11-21T02:00:00Z"),
                null);
        checks.put(place, beans.getBean(CheckStore.class).add(check).id());
    }

    Object check(Place place) {
        return Objects.requireNonNull(checks.get(place));
    }
}
