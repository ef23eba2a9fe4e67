/** Incident clocks: when each report is due, counted from moments that may be corrected but never overwritten. */
@NullMarked
@NamedInterface("clocks")
package vn.chieng.api.law.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
