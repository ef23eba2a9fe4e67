/** Changes of incidents as they reach the pages that are open. */
@NullMarked
package vn.chieng.api.incidents.live;

import org.jspecify.annotations.NullMarked;
