package vn.chieng.api.identity;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;
import vn.chieng.api.query.Query;

/**
 * Which people are asked for; null: any.
 *
 * @param asked what was typed into the search box; words stand in a name or sign-in name
 * @param personalData whether who asks may read mail addresses and telephone numbers
 * @param organizationId where they work or hold a role, bodies below it included
 */
public record PeopleQuery(
        Query asked,
        boolean personalData,
        @Nullable Role role,
        @Nullable String organizationId,
        @Nullable PersonState state,
        @Nullable AccountKind kind,
        Sort sort) {

    /** The orders of a list. */
    public enum Sort {
        /** By given name, Vietnamese order. */
        NAME,
        /** Latest sign-in first; who never signed in last. */
        SIGNED_IN
    }

    /** Everybody. */
    public static PeopleQuery all() {
        return new PeopleQuery(Query.EVERYTHING, false, null, null, null, null, Sort.NAME);
    }

    /** Everybody in this state. */
    public static PeopleQuery in(PersonState state) {
        return new PeopleQuery(Query.EVERYTHING, false, null, null, state, null, Sort.NAME);
    }

    /** Everybody of a body and those below it. */
    public static PeopleQuery of(String organizationId) {
        return new PeopleQuery(Query.EVERYTHING, false, null, organizationId, null, null, Sort.NAME);
    }
}
