/** Saved views in PostgreSQL. */
@NullMarked
package vn.chieng.api.views.store;

import org.jspecify.annotations.NullMarked;
