/** API tokens: programs that act for a person within the person's rights. */
@NullMarked
package vn.chieng.api.signin.tokens;

import org.jspecify.annotations.NullMarked;
