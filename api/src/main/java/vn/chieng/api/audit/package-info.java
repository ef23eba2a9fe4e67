/** The append-only record of who did what: entries in the transaction of the change, a hash chain for each day, signed anchors, export. */
@NullMarked
package vn.chieng.api.audit;

import org.jspecify.annotations.NullMarked;
