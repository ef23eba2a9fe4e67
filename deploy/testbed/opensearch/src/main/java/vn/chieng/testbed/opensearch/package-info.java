/** One OpenSearch node as a child process. */
@NullMarked
package vn.chieng.testbed.opensearch;

import org.jspecify.annotations.NullMarked;
