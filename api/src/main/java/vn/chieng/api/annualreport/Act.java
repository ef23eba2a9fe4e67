package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.forms.FormWords;

/** A decision or a regulation as the report names it; what is not known is blank. */
public record Act(String number, @Nullable LocalDate date, String issuer) {
    public static final Act NONE = new Act("", null, "");

    public Act {
        number = number.strip();
        issuer = issuer.strip();
    }

    /** Whether anything of it is given. */
    public boolean given() {
        return !number.isEmpty() || date != null || !issuer.isEmpty();
    }

    /** Its parts as far as they are known. */
    Stream<String> parts() {
        LocalDate known = date;
        return Stream.of(number, known == null ? "" : FormWords.day(known), issuer)
                .filter(part -> !part.isEmpty());
    }

    /** Its parts on one line. */
    public String line() {
        return parts().collect(Collectors.joining(", "));
    }
}
