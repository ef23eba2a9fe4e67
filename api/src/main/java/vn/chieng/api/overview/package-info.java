/** What leaders see: a few figures with their meaning, the map, what waits for a decision. */
@NullMarked
package vn.chieng.api.overview;

import org.jspecify.annotations.NullMarked;
