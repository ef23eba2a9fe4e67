/** Incident clocks: when each report is due, counted from moments that may be corrected but never overwritten. */
@NullMarked
package vn.chieng.law.clocks;

import org.jspecify.annotations.NullMarked;
