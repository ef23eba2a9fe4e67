/** Real Kafka, OpenSearch and PostgreSQL for tests, and child processes for the one-machine installation. */
@NullMarked
package vn.chieng.testbed;

import org.jspecify.annotations.NullMarked;
