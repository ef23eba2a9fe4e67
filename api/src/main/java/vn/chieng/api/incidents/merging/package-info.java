/** Incidents merged into one another and taken apart again; nothing is lost either way. */
@NullMarked
package vn.chieng.api.incidents.merging;

import org.jspecify.annotations.NullMarked;
