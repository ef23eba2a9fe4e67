/** Where Kafka is, and how its topics are read from a thread of its own. */
@NullMarked
package vn.chieng.api.kafka;

import org.jspecify.annotations.NullMarked;
