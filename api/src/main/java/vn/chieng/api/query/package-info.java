/** The small query language of every list: text to tree, and the tree to SQL or to the query DSL of OpenSearch. No Spring, no I/O. */
@NullMarked
package vn.chieng.api.query;

import org.jspecify.annotations.NullMarked;
