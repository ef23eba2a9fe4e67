/** Dossiers in PostgreSQL; no other feature names it. */
@NullMarked
package vn.chieng.api.dossiers.store;

import org.jspecify.annotations.NullMarked;
