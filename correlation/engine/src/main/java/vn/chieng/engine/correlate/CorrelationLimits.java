package vn.chieng.engine.correlate;

/**
 * What one partition's session may hold.
 *
 * @param observationsPerGroup kept for one kind, subject and organisation; the oldest arrival gives way
 * @param observations kept in all; the oldest arrival gives way
 * @param openSignals that may still grow; of one that gives way everything has been said
 * @param knownDetections ids by which a detection that comes twice is dropped
 * @param signalsPerHour ceiling of each correlation rule, by the session's clock
 */
public record CorrelationLimits(
        int observationsPerGroup, int observations, int openSignals, int knownDetections, int signalsPerHour) {
    public CorrelationLimits {
        if (observationsPerGroup < 1
                || observations < observationsPerGroup
                || openSignals < 1
                || knownDetections < 1
                || signalsPerHour < 1) {
            throw new IllegalArgumentException(
                    "each limit of chieng.engine must be at least 1, and chieng.engine.facts not below chieng.engine.facts-per-group");
        }
    }
}
