/** Search and hunt in stored events. */
@NullMarked
package vn.chieng.api.search;

import org.jspecify.annotations.NullMarked;
