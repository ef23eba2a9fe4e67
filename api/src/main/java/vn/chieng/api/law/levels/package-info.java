/** The level that a pack gives a system: which criteria fired, what would raise it, what is still unknown. */
@NullMarked
@NamedInterface("levels")
package vn.chieng.api.law.levels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
