/** Legal clocks in PostgreSQL. */
@NullMarked
package vn.chieng.api.clocks.store;

import org.jspecify.annotations.NullMarked;
