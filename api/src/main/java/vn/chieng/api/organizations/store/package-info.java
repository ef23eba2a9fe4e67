/** Organisations in PostgreSQL; no other feature names this package. */
@NullMarked
package vn.chieng.api.organizations.store;

import org.jspecify.annotations.NullMarked;
