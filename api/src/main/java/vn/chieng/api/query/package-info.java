/** The small query language of every list: text to tree, and the tree to SQL, to the query DSL of OpenSearch, or to a test of what lies in memory. No Spring, no I/O. */
@NullMarked
package vn.chieng.api.query;

import org.jspecify.annotations.NullMarked;
