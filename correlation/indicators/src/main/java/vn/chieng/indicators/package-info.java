/** Indicators of attack: their one spelling, a compact table of many of them, and what of an event is looked up there. */
@NullMarked
package vn.chieng.indicators;

import org.jspecify.annotations.NullMarked;
