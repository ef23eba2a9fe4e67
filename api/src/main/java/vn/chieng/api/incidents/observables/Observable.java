package vn.chieng.api.incidents.observables;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.PersonalData;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Tlp;

/**
 * An address, name or digest that somebody kept with an incident.
 *
 * @param indicator whether it tells of an attack wherever it is seen
 */
public record Observable(
        long id,
        long incidentId,
        ObservableType type,
        String value,
        Tlp tlp,
        boolean indicator,
        @Nullable String note,
        Instant addedAt,
        String addedBy) {

    /** Longest value. */
    public static final int MAX_VALUE = 1_000;

    /** Most of one incident. */
    public static final int MOST = 1_000;

    /** The harmless spelling. */
    public String defanged() {
        return Defanged.of(value);
    }

    /** The same for this reader: what tells of a person is masked where they may not see it. */
    public Observable shownTo(Reader reader) {
        return reader.personalData() || !type.personal()
                ? this
                : new Observable(
                        id, incidentId, type, PersonalData.name(value), tlp, indicator, note, addedAt, addedBy);
    }
}
