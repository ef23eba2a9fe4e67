/** Levels: what the pack proposes and why, what a person determined, and what makes it due again. */
@NullMarked
@NamedInterface("levels")
package vn.chieng.api.systems.levels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
