/** Where Kafka is, and a thread to talk to it from. */
@NullMarked
package vn.chieng.api.kafka;

import org.jspecify.annotations.NullMarked;
