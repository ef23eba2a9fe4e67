/** The level that a pack gives a system: which criteria fired, what would raise it, what is still unknown. */
@NullMarked
package vn.chieng.law.levels;

import org.jspecify.annotations.NullMarked;
