package vn.chieng.api.incidents.queue;

import java.util.Arrays;
import java.util.Locale;
import vn.chieng.api.query.Completion;

/** What the queue can be counted by. */
public enum QueueGrouping {
    RULE("rule"),
    SYSTEM("system"),
    ORGANIZATION("organization"),
    IP("ip");

    private final String field;

    QueueGrouping(String field) {
        this.field = field;
    }

    static QueueGrouping of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("group"));
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The condition that finds the incidents of one group. */
    String condition(String key) {
        return field + ":" + Completion.quotedWhereNeeded(key);
    }
}
