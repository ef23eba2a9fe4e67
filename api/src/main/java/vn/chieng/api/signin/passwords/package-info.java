/** Passwords: what a good one is, how they are hashed, when one must be replaced. */
@NullMarked
package vn.chieng.api.signin.passwords;

import org.jspecify.annotations.NullMarked;
