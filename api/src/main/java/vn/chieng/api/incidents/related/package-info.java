/** Other incidents that have to do with one, with the reasons. */
@NullMarked
package vn.chieng.api.incidents.related;

import org.jspecify.annotations.NullMarked;
