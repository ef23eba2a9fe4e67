package vn.chieng.engine.detect;

import java.time.Duration;

/**
 * How detections are made.
 *
 * @param allowedLateness how far a device's time may be from intake's and still be believed
 * @param indexPrefix put before the index names in evidence, as the indexer does
 * @param activityInterval how often is told what was counted of each rule
 */
public record DetectSettings(Duration allowedLateness, String indexPrefix, Duration activityInterval) {}
