package vn.chieng.event;

/** Names of the Kafka record headers of {@code chieng.events}; values are UTF-8 text. */
public final class RecordHeaders {
    public static final String EVENT_ID = Ecs.EVENT_ID;
    public static final String EVENT_DATASET = Ecs.EVENT_DATASET;
    public static final String ORGANIZATION_ID = Ecs.ORGANIZATION_ID;
    public static final String RETENTION_CLASS = "chieng.retention.class";
    public static final String EXERCISE_ID = Ecs.CHIENG_EXERCISE_ID;

    /** On {@code chieng.deadletters}: why, and where the record came from. */
    public static final String DEAD_REASON = "chieng.dead.reason";

    public static final String DEAD_TOPIC = "chieng.dead.topic";
    public static final String DEAD_PARTITION = "chieng.dead.partition";
    public static final String DEAD_OFFSET = "chieng.dead.offset";

    private RecordHeaders() {}
}
