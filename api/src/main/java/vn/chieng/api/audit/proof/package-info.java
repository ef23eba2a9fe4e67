/** What shows that nothing was changed: signed anchors of each day, and the check of the whole chain. */
@NullMarked
package vn.chieng.api.audit.proof;

import org.jspecify.annotations.NullMarked;
