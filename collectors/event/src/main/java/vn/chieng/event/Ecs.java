package vn.chieng.event;

/** Names of the ECS 9 fields that our code reads or writes, and of our own under {@code chieng}. */
public final class Ecs {
    public static final String TIMESTAMP = "@timestamp";
    public static final String MESSAGE = "message";
    public static final String TAGS = "tags";
    public static final String ECS_VERSION = "ecs.version";
    public static final String ERROR_MESSAGE = "error.message";
    public static final String ERROR_CODE = "error.code";

    public static final String EVENT_ID = "event.id";
    public static final String EVENT_CREATED = "event.created";
    public static final String EVENT_ORIGINAL = "event.original";
    public static final String EVENT_DATASET = "event.dataset";
    public static final String EVENT_MODULE = "event.module";
    public static final String EVENT_KIND = "event.kind";
    public static final String EVENT_CATEGORY = "event.category";
    public static final String EVENT_TYPE = "event.type";
    public static final String EVENT_ACTION = "event.action";
    public static final String EVENT_OUTCOME = "event.outcome";
    public static final String EVENT_CODE = "event.code";
    public static final String EVENT_PROVIDER = "event.provider";
    public static final String EVENT_REASON = "event.reason";
    public static final String EVENT_SEQUENCE = "event.sequence";
    public static final String EVENT_SEVERITY = "event.severity";
    public static final String EVENT_TIMEZONE = "event.timezone";

    public static final String HOST_NAME = "host.name";
    public static final String HOST_HOSTNAME = "host.hostname";
    public static final String HOST_IP = "host.ip";
    public static final String USER_NAME = "user.name";
    public static final String USER_ID = "user.id";
    public static final String USER_DOMAIN = "user.domain";
    public static final String USER_EFFECTIVE_NAME = "user.effective.name";
    public static final String SOURCE_IP = "source.ip";
    public static final String SOURCE_PORT = "source.port";
    public static final String SOURCE_ADDRESS = "source.address";
    public static final String DESTINATION_IP = "destination.ip";
    public static final String DESTINATION_PORT = "destination.port";
    public static final String PROCESS_NAME = "process.name";
    public static final String PROCESS_PID = "process.pid";
    public static final String PROCESS_COMMAND_LINE = "process.command_line";
    public static final String PROCESS_EXECUTABLE = "process.executable";
    public static final String PROCESS_WORKING_DIRECTORY = "process.working_directory";
    public static final String RELATED_IP = "related.ip";
    public static final String RELATED_USER = "related.user";
    public static final String RELATED_HOSTS = "related.hosts";
    public static final String RULE_ID = "rule.id";
    public static final String RULE_NAME = "rule.name";

    public static final String LOG_LEVEL = "log.level";
    public static final String LOG_SYSLOG_PRIORITY = "log.syslog.priority";
    public static final String LOG_SYSLOG_FACILITY_CODE = "log.syslog.facility.code";
    public static final String LOG_SYSLOG_FACILITY_NAME = "log.syslog.facility.name";
    public static final String LOG_SYSLOG_SEVERITY_CODE = "log.syslog.severity.code";
    public static final String LOG_SYSLOG_SEVERITY_NAME = "log.syslog.severity.name";
    public static final String LOG_SYSLOG_HOSTNAME = "log.syslog.hostname";
    public static final String LOG_SYSLOG_APPNAME = "log.syslog.appname";
    public static final String LOG_SYSLOG_PROCID = "log.syslog.procid";
    public static final String LOG_SYSLOG_MSGID = "log.syslog.msgid";
    public static final String LOG_SYSLOG_VERSION = "log.syslog.version";
    public static final String LOG_SYSLOG_STRUCTURED_DATA = "log.syslog.structured_data";

    public static final String WINLOG_CHANNEL = "winlog.channel";
    public static final String WINLOG_EVENT_ID = "winlog.event_id";
    public static final String WINLOG_EVENT_DATA = "winlog.event_data";
    public static final String WINLOG_PROVIDER_NAME = "winlog.provider_name";
    public static final String WINLOG_COMPUTER_NAME = "winlog.computer_name";
    public static final String WINLOG_RECORD_ID = "winlog.record_id";

    public static final String ORGANIZATION_ID = "organization.id";
    public static final String CHIENG_SOURCE_ID = "chieng.source.id";
    public static final String CHIENG_INTAKE_ID = "chieng.intake.id";
    public static final String CHIENG_SYSTEM_ID = "chieng.system.id";
    public static final String CHIENG_SYSTEM_LEVEL = "chieng.system.level";
    public static final String CHIENG_EXERCISE_ID = "chieng.exercise.id";

    /** Value of {@code event.kind} for an ordinary event. */
    public static final String KIND_EVENT = "event";
    /** Value of {@code event.kind} for an event that a codec could not read, or not wholly. */
    public static final String KIND_PIPELINE_ERROR = "pipeline_error";

    /** The ECS version whose names these are. */
    public static final String VERSION = "9.4.0";

    private Ecs() {}
}
