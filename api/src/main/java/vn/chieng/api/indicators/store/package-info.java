/** Indicators and their imports in PostgreSQL. */
@NullMarked
package vn.chieng.api.indicators.store;

import org.jspecify.annotations.NullMarked;
