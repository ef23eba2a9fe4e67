/** The Elasticsearch Java client made to talk to OpenSearch, and the template of our log indices. */
@NullMarked
package vn.chieng.opensearch;

import org.jspecify.annotations.NullMarked;
