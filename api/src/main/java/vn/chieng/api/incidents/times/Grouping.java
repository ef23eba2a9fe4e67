package vn.chieng.api.incidents.times;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What incidents are put together by. */
public enum Grouping {
    /** All of them together. */
    ALL,
    /** By severity. */
    SEVERITY,
    /** By organisation; an incident of two counts for both. */
    ORGANIZATION,
    /** By detection rule; an incident of two counts for both. */
    RULE;

    /** As in addresses and bundle keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this code, if there is one. */
    public static Optional<Grouping> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
