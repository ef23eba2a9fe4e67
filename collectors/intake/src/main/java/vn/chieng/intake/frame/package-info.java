/** What a device sent, with where it came from and what was wrong with it. */
@NullMarked
package vn.chieng.intake.frame;

import org.jspecify.annotations.NullMarked;
