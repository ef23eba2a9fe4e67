/** How the stages touch Kafka: clients, topics, dead letters, and a thread that begins again after a failure. */
@NullMarked
package vn.chieng.engine.kafka;

import org.jspecify.annotations.NullMarked;
