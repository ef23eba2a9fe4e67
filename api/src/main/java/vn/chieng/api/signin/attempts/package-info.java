/** Wrong tries: they slow down, then lock. */
@NullMarked
package vn.chieng.api.signin.attempts;

import org.jspecify.annotations.NullMarked;
