/** First stage: events become detections, one for each entity, by the Sigma rule set. */
@NullMarked
package vn.chieng.engine.detect;

import org.jspecify.annotations.NullMarked;
