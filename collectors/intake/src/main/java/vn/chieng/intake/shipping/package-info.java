/** From the spool to Kafka: decode, stamp, send, move the checkpoint. */
@NullMarked
package vn.chieng.intake.shipping;

import org.jspecify.annotations.NullMarked;
