/** What sign-in writes to the audit log. */
@NullMarked
package vn.chieng.api.signin.trail;

import org.jspecify.annotations.NullMarked;
