/** Facts and months of coverage in PostgreSQL. */
@NullMarked
package vn.chieng.api.coverage.store;

import org.jspecify.annotations.NullMarked;
