/** The intake process: takes in what devices send, keeps it on disk, and ships it as ECS events to Kafka. */
@NullMarked
package vn.chieng.intake;

import org.jspecify.annotations.NullMarked;
