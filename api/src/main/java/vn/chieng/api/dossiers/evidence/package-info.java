/** Evidence that the product itself measures for requirements: a value, when it was measured, and until when it counts. */
@NullMarked
package vn.chieng.api.dossiers.evidence;

import org.jspecify.annotations.NullMarked;
