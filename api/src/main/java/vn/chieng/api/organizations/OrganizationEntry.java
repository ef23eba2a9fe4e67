package vn.chieng.api.organizations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A body as the register holds it: itself, its codes, and the bodies it came from. */
public record OrganizationEntry(Organization organization, List<OrganizationCode> codes, Set<String> predecessors) {

    public OrganizationEntry {
        codes = codes.stream().sorted(OrganizationCode.ORDER).toList();
        predecessors = Set.copyOf(predecessors);
    }

    /** Its key. */
    public String id() {
        return organization.id();
    }

    /** The same with another body inside. */
    public OrganizationEntry with(Organization changed) {
        return new OrganizationEntry(changed, codes, predecessors);
    }

    /** The same with other codes. */
    public OrganizationEntry withCodes(List<OrganizationCode> changed) {
        return new OrganizationEntry(organization, changed, predecessors);
    }

    /** The same with other predecessors. */
    public OrganizationEntry withPredecessors(Set<String> changed) {
        return new OrganizationEntry(organization, codes, changed);
    }

    /** The same with this as its last day; its codes end with it, so that a successor can take them over. */
    OrganizationEntry endedOn(LocalDate day) {
        return new OrganizationEntry(
                organization.endedOn(day),
                codes.stream().map(code -> code.endedOn(day)).toList(),
                predecessors);
    }

    /** The fields by the names they have in files, in words that are the same in every language. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("parent", organization.parentId());
        fields.put("kind", organization.kind().code());
        fields.put("name", organization.name());
        fields.put("name_en", organization.nameEn());
        fields.put("codes", codes.stream().map(OrganizationEntry::words).collect(Collectors.joining(" | ")));
        fields.put("valid_from", day(organization.validFrom()));
        fields.put("valid_to", day(organization.validTo()));
        fields.put("predecessors", String.join(" | ", new TreeSet<>(predecessors)));
        fields.put("note", organization.note());
        fields.put("outside", organization.outside());
        return fields;
    }

    /** Those of {@link #fields()} that differ from the other's. */
    public Map<String, @Nullable Object> differing(OrganizationEntry other) {
        Map<String, @Nullable Object> others = other.fields();
        Map<String, @Nullable Object> fields = fields();
        fields.entrySet().removeIf(field -> Objects.equals(field.getValue(), others.get(field.getKey())));
        return fields;
    }

    private static String words(OrganizationCode code) {
        return code.scheme() + "=" + code.value() + " (" + Objects.toString(day(code.validFrom()), "…") + " – "
                + Objects.toString(day(code.validTo()), "…")
                + (code.source() == null ? ")" : "; " + code.source() + ")");
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
