/** Second stage: detections become signals, decided by one Drools session per partition. */
@NullMarked
package vn.chieng.engine.correlate;

import org.jspecify.annotations.NullMarked;
