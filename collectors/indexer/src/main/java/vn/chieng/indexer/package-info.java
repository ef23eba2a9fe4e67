/** The process that copies events from Kafka into the daily OpenSearch indices: same bytes, same id. */
@NullMarked
package vn.chieng.indexer;

import org.jspecify.annotations.NullMarked;
