package vn.chieng.api.organizations;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of a body, as typed. */
record OrganizationForm(
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String note,
        @Nullable String parent,
        @Nullable String kind,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable Boolean outside,
        @Nullable Integer version) {

    static OrganizationForm of(Organization organization) {
        return new OrganizationForm(
                organization.name(),
                organization.nameEn(),
                organization.note(),
                organization.parentId(),
                organization.kind().code(),
                Typed.day(organization.validFrom()),
                Typed.day(organization.validTo()),
                organization.outside(),
                organization.version());
    }

    /** What cannot be read, before anything is compared with the register. */
    List<RegisterProblem> problems() {
        List<RegisterProblem> problems = new ArrayList<>();
        if (OrganizationKind.of(Typed.text(kind)).isEmpty()) {
            problems.add(RegisterProblem.of("kind", Reason.KIND_UNKNOWN, Typed.text(kind)));
        }
        checkDay("valid_from", validFrom, problems);
        checkDay("valid_to", validTo, problems);
        return problems;
    }

    private static void checkDay(String column, @Nullable String typed, List<RegisterProblem> problems) {
        String text = Typed.text(typed);
        if (!text.isEmpty() && Typed.day(text).isEmpty()) {
            problems.add(RegisterProblem.of(column, Reason.DATE_UNREADABLE, text));
        }
    }

    /** The body with the names and the note of the form. */
    Organization renamed(Organization organization) {
        return new Organization(
                organization.id(),
                organization.parentId(),
                organization.kind(),
                Typed.text(name),
                Typed.orNull(nameEn),
                organization.outside(),
                organization.validFrom(),
                organization.validTo(),
                Typed.orNull(note),
                organization.version());
    }

    /** The body with all of the form but its place in the tree. */
    Organization rewritten(Organization organization) {
        return new Organization(
                organization.id(),
                organization.parentId(),
                OrganizationKind.of(Typed.text(kind)).orElseThrow(),
                Typed.text(name),
                Typed.orNull(nameEn),
                Boolean.TRUE.equals(outside),
                day(validFrom),
                day(validTo),
                Typed.orNull(note),
                organization.version());
    }

    /** A new body of this key. */
    Organization created(String id) {
        return rewritten(new Organization(
                id, Typed.orNull(parent), OrganizationKind.UNIT, "", null, false, null, null, null, 1));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        Optional<LocalDate> day = Typed.day(Typed.text(typed));
        return day.orElse(null);
    }
}
