/** Finds the few rules that an event can match at all, by the literals that they cannot do without. */
@NullMarked
package vn.chieng.sigma.index;

import org.jspecify.annotations.NullMarked;
