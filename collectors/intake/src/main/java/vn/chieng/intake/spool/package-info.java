/** Frames on disk between acceptance and Kafka: append-only segments, group commit, checkpoint. */
@NullMarked
package vn.chieng.intake.spool;

import org.jspecify.annotations.NullMarked;
