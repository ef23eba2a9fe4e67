/** Secrets that nobody can guess, and the box in which the process keeps those it must be able to read again. */
@NullMarked
@NamedInterface("secrets")
package vn.chieng.api.signin.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
