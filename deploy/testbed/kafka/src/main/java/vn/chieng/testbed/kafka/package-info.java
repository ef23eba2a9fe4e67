/** One Kafka broker and controller as a child process. */
@NullMarked
package vn.chieng.testbed.kafka;

import org.jspecify.annotations.NullMarked;
