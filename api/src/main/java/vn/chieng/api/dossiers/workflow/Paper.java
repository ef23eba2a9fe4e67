package vn.chieng.api.dossiers.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A signed paper: its number, day and issuer, and the hash of the uploaded copy. */
public record Paper(
        String number,
        LocalDate on,
        String issuer,
        @Nullable String sha256) {
    public Paper {
        if (number.isBlank() || issuer.isBlank()) {
            throw new IllegalArgumentException("a paper has a number and an issuer");
        }
    }
}
