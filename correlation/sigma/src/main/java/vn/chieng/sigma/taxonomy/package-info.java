/** Which events belong to which log source, and where the fields of rules stand in them; tables that ship. */
@NullMarked
package vn.chieng.sigma.taxonomy;

import org.jspecify.annotations.NullMarked;
