package vn.chieng.api.organizations;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One body.
 *
 * @param id the internal key; never a legal code, never taken apart
 * @param parentId null for the root only
 * @param name in Vietnamese
 * @param nameEn in English, where there is one
 * @param outside whether its systems are outside this product
 * @param validTo the last day it existed; null while it exists
 * @param version advanced by every change
 */
public record Organization(
        String id,
        @Nullable String parentId,
        OrganizationKind kind,
        String name,
        @Nullable String nameEn,
        boolean outside,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String note,
        int version) {

    /** The name in a language; Vietnamese where there is no other. */
    public String name(Locale locale) {
        return nameEn != null && locale.getLanguage().equals("en") ? nameEn : name;
    }

    /** The same below another body. */
    Organization below(@Nullable String otherParentId) {
        return new Organization(id, otherParentId, kind, name, nameEn, outside, validFrom, validTo, note, version);
    }

    /** The same with this as its last day. */
    Organization endedOn(LocalDate day) {
        return new Organization(id, parentId, kind, name, nameEn, outside, validFrom, day, note, version);
    }

    /** Whether it still exists on this day. */
    public boolean existsOn(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }
}
