package vn.chieng.api.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How it stood in a month, summed over the bodies of a scope.
 *
 * @param approved of those operating; null where nothing told of dossiers
 */
public record MonthCount(
        LocalDate month,
        int systems,
        int determined,
        int operating,
        @Nullable Integer approved,
        int excepted) {
    private static final int ALL = 100;

    /** Per cent of operating systems that were approved; null where nothing operates or nothing is known. */
    public @Nullable Integer share() {
        return approved == null || operating == 0 ? null : approved * ALL / operating;
    }
}
