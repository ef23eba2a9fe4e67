package vn.chieng.api.identity;

import java.util.Locale;

/** Why a change of people or roles was not made. */
public enum Refusal {
    /** Nobody changes one's own roles or disables oneself. */
    OWN_ACCOUNT,
    /** No organisation of this id lies within the caller's scope. */
    UNKNOWN_ORGANIZATION,
    /** The role reaches the whole province, the caller does not. */
    PROVINCE_ROLE,
    /** Accounts of this kind do not hold this role. */
    KIND,
    /** The role is held there already. */
    HELD,
    /** The last day is over. */
    ENDED,
    /** The account is disabled. */
    DISABLED,
    /** Nobody else would be left to administer the province. */
    LAST_ADMINISTRATOR,
    /** The person also works or holds roles outside of the caller's scope. */
    WIDER_PERSON,
    /** The account is in the state already that was asked for. */
    NO_CHANGE,
    /** Only the owner of a role, acting in it, may lend it; what was lent cannot be lent again. */
    NOT_OWN_ROLE,
    /** Nobody of this sign-in name may take the role. */
    UNKNOWN_RECEIVER,
    /** It would last longer than roles are lent, or than the role itself is held. */
    TOO_LONG,
    /** Somebody has decided it, or the role has ended meanwhile. */
    DECIDED;

    /** As in keys of messages: {@code own-account}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
