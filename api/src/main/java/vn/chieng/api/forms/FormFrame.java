package vn.chieng.api.forms;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the body of a form; the number and the day are given by the office that issues it and may be absent.
 *
 * @param authority who decides, in capitals above a decision; the agency where absent
 * @param copies who receives a copy
 */
public record FormFrame(
        @Nullable String parentAgency,
        String agency,
        @Nullable String authority,
        @Nullable String number,
        @Nullable String place,
        @Nullable LocalDate date,
        List<String> addressees,
        List<String> copies,
        Signer signer) {

    public FormFrame {
        addressees = List.copyOf(addressees);
        copies = List.copyOf(copies);
    }

    /**
     * Who signs.
     *
     * @param onBehalf lines above the position, such as on whose behalf it is signed
     */
    public record Signer(
            List<String> onBehalf,
            @Nullable String position,
            @Nullable String name) {
        public Signer {
            onBehalf = List.copyOf(onBehalf);
        }
    }
}
