/** The list of incidents: asked for, counted, grouped, shown, exported. */
@NullMarked
package vn.chieng.api.incidents.queue;

import org.jspecify.annotations.NullMarked;
