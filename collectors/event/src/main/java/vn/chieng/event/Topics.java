package vn.chieng.event;

/**
 * Names of the Kafka topics.
 *
 * @param prefix put before every name, so that several installations (or tests) can share one cluster; usually empty
 */
public record Topics(String prefix) {

    /** ECS events; key: organisation and host; kept 3 days. */
    public String events() {
        return prefix + "chieng.events";
    }

    /** Rule matches, one record for each entity; key: the entity; kept 7 days. */
    public String detections() {
        return prefix + "chieng.detections";
    }

    /** What correlation decided; key: incident key; kept 14 days. */
    public String signals() {
        return prefix + "chieng.signals";
    }

    /** Records that could not be applied, with reason, topic and offset in the headers; kept 30 days. */
    public String deadLetters() {
        return prefix + "chieng.deadletters";
    }

    /** The rules to run; key: the rule's id; compacted. */
    public String rules() {
        return prefix + "chieng.rules";
    }

    /** What engines counted of each rule; key: run and rule; compacted, kept 7 days. */
    public String ruleActivity() {
        return prefix + "chieng.ruleactivity";
    }

    /** Indicators of attack; key: kind and value; compacted. */
    public String indicators() {
        return prefix + "chieng.indicators";
    }

    /** Registered systems; key: the system's id; compacted. */
    public String assets() {
        return prefix + "chieng.assets";
    }
}
