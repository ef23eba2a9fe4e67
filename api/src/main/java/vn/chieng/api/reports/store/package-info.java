/** Reports about incidents in PostgreSQL. */
@NullMarked
package vn.chieng.api.reports.store;

import org.jspecify.annotations.NullMarked;
