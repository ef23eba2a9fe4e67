/** How entries are written: in the transaction of the change, chained by hash for each day. */
@NullMarked
package vn.chieng.api.audit.chain;

import org.jspecify.annotations.NullMarked;
