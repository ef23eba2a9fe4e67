/** Kafka, OpenSearch and PostgreSQL as containers, where Docker answers. */
@NullMarked
package vn.chieng.testbed.containers;

import org.jspecify.annotations.NullMarked;
