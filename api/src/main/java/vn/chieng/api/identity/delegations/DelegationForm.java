package vn.chieng.api.identity.delegations;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.identity.Delegation;
import vn.chieng.api.identity.LastDay;

/** What somebody typed to lend a role. */
record DelegationForm(
        @Nullable String receiver,
        @Nullable List<String> organization,
        @Nullable String duties,
        @Nullable String authorization,
        @Nullable String lastDay) {
    private static final int LONGEST_DUTIES = 1000;
    private static final int LONGEST_AUTHORIZATION = 200;

    static DelegationForm empty() {
        return new DelegationForm(null, null, null, null, null);
    }

    /** The names of the fields that cannot be taken, in the order of the form. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        check(flaws, "receiver", said(receiver, 100));
        check(flaws, "organization", !organizations().isEmpty());
        check(flaws, "duties", said(duties, LONGEST_DUTIES));
        check(flaws, "authorization", said(authorization, LONGEST_AUTHORIZATION));
        check(flaws, "lastDay", day() != null);
        return flaws;
    }

    /** The organisations that were chosen. */
    List<String> organizations() {
        return organization == null ? List.of() : organization;
    }

    /** The sign-in name that was typed. */
    String receiverName() {
        return composed(Objects.requireNonNull(receiver));
    }

    /** What is to be lent; only of a form without flaws. */
    Delegation.Draft draft(long receiverId) {
        return new Delegation.Draft(
                receiverId,
                Set.copyOf(organizations()),
                composed(Objects.requireNonNull(duties)),
                composed(Objects.requireNonNull(authorization)),
                LastDay.endOf(Objects.requireNonNull(day())));
    }

    private @Nullable LocalDate day() {
        try {
            return lastDay == null || lastDay.isBlank() ? null : LocalDate.parse(lastDay);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static boolean said(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }

    private static void check(List<String> flaws, String field, boolean good) {
        if (!good) {
            flaws.add(field);
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
