package vn.chieng.api.access;

import java.time.Duration;

/**
 * What a page may say about the session it is drawn in; a request attribute of the name {@link #ATTRIBUTE}.
 *
 * @param left how long the session lasts if the person does nothing more
 * @param warnBefore how long before its end the person is warned
 * @param severalRoles whether there is another role to switch to
 */
public record CallerSession(Duration left, Duration warnBefore, boolean severalRoles) {
    /** The request attribute's name. */
    public static final String ATTRIBUTE = "vn.chieng.api.session";
}
