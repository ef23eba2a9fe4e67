package vn.chieng.api.organizations.transfer;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationCode;
import vn.chieng.api.organizations.OrganizationEntry;
import vn.chieng.api.organizations.OrganizationKind;
import vn.chieng.api.organizations.RegisterProblem;
import vn.chieng.api.organizations.Typed;

/** Bodies as lines of a file: {@code docs/formats/organizations-csv.md}. */
final class OrganizationCells {
    static final String[] COLUMNS = {
        "id", "parent", "kind", "name", "name_en", "codes", "valid_from", "valid_to", "predecessors", "note", "outside"
    };
    static final Set<String> READ = Set.of(COLUMNS);
    static final List<String> KEYS = List.of("id");

    private static final Pattern CODE =
            Pattern.compile("([^=@#]+)=([^=@#]+)(?:@([0-9/-]*)\\.\\.([0-9/-]*))?(?:#(.*))?", Pattern.DOTALL);

    private OrganizationCells() {}

    /** The line of a body; what lies outside the scope is not named. */
    static @Nullable Object[] line(OrganizationEntry entry, Scope scope) {
        Organization organization = entry.organization();
        String parentId = organization.parentId();
        return new @Nullable Object[] {
            organization.id(),
            parentId != null && scope.covers(parentId) ? parentId : null,
            organization.kind().code(),
            organization.name(),
            organization.nameEn(),
            entry.codes().stream().map(code -> code(code, organization)).collect(Collectors.joining("|")),
            Typed.day(organization.validFrom()),
            Typed.day(organization.validTo()),
            entry.predecessors().stream().filter(scope::covers).sorted().collect(Collectors.joining("|")),
            organization.note(),
            Flags.word(organization.outside())
        };
    }

    /** Without days it counts as long as the body exists. */
    private static String code(OrganizationCode code, Organization organization) {
        boolean asLong = java.util.Objects.equals(code.validFrom(), organization.validFrom())
                && java.util.Objects.equals(code.validTo(), organization.validTo());
        return code.scheme() + "=" + code.value()
                + (asLong ? "" : "@" + Typed.day(code.validFrom()) + ".." + Typed.day(code.validTo()))
                + (code.source() == null ? "" : "#" + code.source());
    }

    /** The body a row makes of the one before, or of nothing; what cannot be read is added to the problems. */
    static OrganizationEntry entry(
            CsvTable.Row row,
            String id,
            Optional<OrganizationEntry> before,
            UnaryOperator<String> keys,
            List<RegisterProblem> problems) {
        Organization old = before.map(OrganizationEntry::organization).orElse(null);
        OrganizationKind kind = kind(row, old, problems);
        String parent = row.cell("parent");
        Organization organization = new Organization(
                id,
                parent == null ? (old == null ? null : old.parentId()) : parent.isEmpty() ? null : keys.apply(parent),
                kind,
                text(row, "name", old == null ? "" : old.name()),
                orNull(row, "name_en", old == null ? null : old.nameEn()),
                Flags.read(row, "outside", old == null ? kind == OrganizationKind.MILITARY : old.outside(), problems),
                day(row, "valid_from", old == null ? null : old.validFrom(), problems),
                day(row, "valid_to", old == null ? null : old.validTo(), problems),
                orNull(row, "note", old == null ? null : old.note()),
                old == null ? 1 : old.version());
        String codes = row.cell("codes");
        String predecessors = row.cell("predecessors");
        return new OrganizationEntry(
                organization,
                codes == null
                        ? before.map(OrganizationEntry::codes).orElse(List.of())
                        : codes(codes, organization, problems),
                predecessors == null
                        ? before.map(OrganizationEntry::predecessors).orElse(Set.of())
                        : parts(predecessors).stream().map(keys).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static OrganizationKind kind(CsvTable.Row row, @Nullable Organization old, List<RegisterProblem> problems) {
        String text = row.cell("kind");
        if (text == null && old != null) {
            return old.kind();
        }
        Optional<OrganizationKind> kind = OrganizationKind.of(text == null ? "" : text);
        if (kind.isEmpty()) {
            problems.add(RegisterProblem.of("kind", Reason.KIND_UNKNOWN, text == null ? "" : text));
        }
        return kind.orElse(OrganizationKind.UNIT);
    }

    private static String text(CsvTable.Row row, String column, String old) {
        String text = row.cell(column);
        return text == null ? old : text;
    }

    private static @Nullable String orNull(CsvTable.Row row, String column, @Nullable String old) {
        String text = row.cell(column);
        return text == null ? old : Typed.orNull(text);
    }

    private static @Nullable LocalDate day(
            CsvTable.Row row, String column, @Nullable LocalDate old, List<RegisterProblem> problems) {
        String text = row.cell(column);
        return text == null ? old : day(text, column, problems);
    }

    private static @Nullable LocalDate day(String text, String column, List<RegisterProblem> problems) {
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = Typed.day(text);
        if (day.isEmpty()) {
            problems.add(RegisterProblem.of(column, Reason.DATE_UNREADABLE, text));
        }
        return day.orElse(null);
    }

    private static List<OrganizationCode> codes(
            String cell, Organization organization, List<RegisterProblem> problems) {
        List<OrganizationCode> codes = new ArrayList<>();
        for (String part : parts(cell)) {
            Matcher code = CODE.matcher(part);
            String source = code.matches() ? Typed.orNull(code.group(5)) : null;
            if (!code.matches()
                    || !OrganizationCode.isWellFormed(
                            code.group(1).strip(), code.group(2).strip(), source)) {
                problems.add(RegisterProblem.of("codes", Reason.CODE_UNREADABLE, part));
                continue;
            }
            boolean ownDays = code.group(3) != null;
            LocalDate from = ownDays ? day(code.group(3), "codes", problems) : organization.validFrom();
            LocalDate to = ownDays ? day(code.group(4), "codes", problems) : organization.validTo();
            if (from != null && to != null && to.isBefore(from)) {
                problems.add(RegisterProblem.of(ownDays ? "codes" : "valid_to", Reason.DATES_REVERSED));
            } else {
                codes.add(new OrganizationCode(
                        code.group(1).strip(), code.group(2).strip(), from, to, source));
            }
        }
        return codes;
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
