/** Benchmarks that decisions rest on; each prints its table and one last line with figure, goal and verdict. */
@NullMarked
package vn.chieng.bench;

import org.jspecify.annotations.NullMarked;
