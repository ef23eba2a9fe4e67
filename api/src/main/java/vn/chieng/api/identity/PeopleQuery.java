package vn.chieng.api.identity;

import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Role;

/**
 * Which people are asked for; null: any.
 *
 * @param text part of a name or sign-in name, with or without accents
 * @param organizationId where they work or hold a role, bodies below it included
 */
public record PeopleQuery(
        @Nullable String text,
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
        return new PeopleQuery(null, null, null, null, null, Sort.NAME);
    }
}
