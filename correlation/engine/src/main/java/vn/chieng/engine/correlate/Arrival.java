package vn.chieng.engine.correlate;

/**
 * The observation that has just come; stands in the session only while the rules decide on it. Rules start from it, so that
 * each observation is decided on once, and nothing is decided again when facts expire.
 */
public final class Arrival {
    private final Observation observation;

    Arrival(Observation observation) {
        this.observation = observation;
    }

    public Observation getObservation() {
        return observation;
    }
}
