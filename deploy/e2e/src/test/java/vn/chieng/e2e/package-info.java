/** Whole-system tests: real senders, real processes, a real browser. */
@NullMarked
package vn.chieng.e2e;

import org.jspecify.annotations.NullMarked;
