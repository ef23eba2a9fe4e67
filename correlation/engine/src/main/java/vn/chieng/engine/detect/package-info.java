/** First stage: events become detections, one for each entity, by Sigma rules and indicators. */
@NullMarked
package vn.chieng.engine.detect;

import org.jspecify.annotations.NullMarked;
