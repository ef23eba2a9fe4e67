/** Verifies exported audit files; made from the description of the format alone, so that two programs must agree on it. */
@NullMarked
package vn.chieng.cli.audit;

import org.jspecify.annotations.NullMarked;
