/** A real OpenID Connect provider for tests, in a process of its own. */
@NullMarked
package vn.chieng.testbed.identityprovider;

import org.jspecify.annotations.NullMarked;
