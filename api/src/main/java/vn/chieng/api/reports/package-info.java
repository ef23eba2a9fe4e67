/** Reports about incidents: one fact sheet, the forms of the law pack filled from it, versions that stay, proof of sending. */
@NullMarked
package vn.chieng.api.reports;

import org.jspecify.annotations.NullMarked;
