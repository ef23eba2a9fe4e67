package vn.chieng.api.signin.passwords;

import java.time.Instant;

/**
 * The password of an account, as far as it is kept.
 *
 * @param mustChange it is a one-time password
 * @param standsAlone it is long and mixed enough to stand without a second factor
 */
public record Credentials(
        long accountId, String passwordHash, boolean mustChange, Instant setAt, boolean standsAlone) {}
