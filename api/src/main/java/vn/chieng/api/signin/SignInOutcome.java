package vn.chieng.api.signin;

import java.time.Duration;
import vn.chieng.api.identity.Account;

/** What came of a try to prove who one is. */
sealed interface SignInOutcome {

    /** Nothing more is asked for. */
    record Proven(Account account) implements SignInOutcome {}

    /** The password is right; a code is asked for as well. */
    record CodeAsked(Account account) implements SignInOutcome {}

    /** Unknown, wrong, disabled, locked: from outside all the same. */
    record Refused() implements SignInOutcome {}

    /** Too many tries; nothing was looked at. */
    record TooSoon(Duration pause) implements SignInOutcome {}
}
