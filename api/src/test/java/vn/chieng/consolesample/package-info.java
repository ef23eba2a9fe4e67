/** The console without the rest of the web process: its pages and a sample list, for tests and for looking at them. */
@NullMarked
package vn.chieng.consolesample;

import org.jspecify.annotations.NullMarked;
