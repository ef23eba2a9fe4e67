package vn.chieng.api.systems;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a system runs and by whose contract.
 *
 * @param place the room, data centre or cloud by name
 * @param hired whether the IT service is hired
 */
public record Hosting(Kind kind, @Nullable String place, boolean hired, Contract contract) {

    /** The kinds of places. */
    public enum Kind {
        OWN,
        DATA_CENTRE,
        CLOUD,
        MIXED;

        /** As in files and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this code, if there is one. */
        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }

        /** Whether others run their systems in the same place. */
        public boolean shared() {
            return this != OWN;
        }
    }

    /**
     * The contract of a hired service.
     *
     * @param dutiesStated whether it states the duties for data, access and security; null where nobody has looked
     */
    public record Contract(
            @Nullable String provider,
            @Nullable String number,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate until,
            @Nullable Boolean dutiesStated) {
        public static final Contract NONE = new Contract(null, null, null, null, null);
    }
}
