package vn.chieng.api.organizations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of body an organisation is. */
public enum OrganizationKind {
    PROVINCE,
    DEPARTMENT,
    COMMUNE,
    WARD,
    UNIT,
    PARTY,
    COUNCIL,
    UNION,
    POLICE,
    MILITARY,
    COMMITTEE,
    ENTERPRISE,
    /** A body of another owner that is linked to the province: registered, without dossier here. */
    LINKED;

    /** As in files and in the database: {@code department}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this code, if there is one. */
    public static Optional<OrganizationKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
