/** Credentials and tokens in PostgreSQL; no other feature names this package. */
@NullMarked
package vn.chieng.api.signin.store;

import org.jspecify.annotations.NullMarked;
