/** Drills, scans, reviews and tests as people record them, of a body or of named systems, and how long they count. */
@NullMarked
@NamedInterface("checks")
package vn.chieng.api.coverage.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
