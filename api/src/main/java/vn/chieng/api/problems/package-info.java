/** The closed list of problems that the HTTP API answers with. */
@NullMarked
package vn.chieng.api.problems;

import org.jspecify.annotations.NullMarked;
