/** The table of who may send, and for which organisation. */
@NullMarked
package vn.chieng.intake.sources;

import org.jspecify.annotations.NullMarked;
