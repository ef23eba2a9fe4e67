/** One PostgreSQL server as a child process. */
@NullMarked
package vn.chieng.testbed.postgresql;

import org.jspecify.annotations.NullMarked;
