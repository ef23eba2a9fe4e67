/** The same done with many incidents, with an outcome for each. */
@NullMarked
package vn.chieng.api.incidents.bulk;

import org.jspecify.annotations.NullMarked;
