/** The way from the old law to the new: which systems must still get there, by when, and what each lacks. */
@NullMarked
package vn.chieng.api.transition;

import org.jspecify.annotations.NullMarked;
