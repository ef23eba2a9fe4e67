/** How far the bodies of the province are covered: systems, approvals, red list, sources, recorded facts; by map, table and month. */
@NullMarked
package vn.chieng.api.coverage;

import org.jspecify.annotations.NullMarked;
