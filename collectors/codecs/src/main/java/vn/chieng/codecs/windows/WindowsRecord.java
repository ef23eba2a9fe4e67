package vn.chieng.codecs.windows;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Windows event, whoever wrote it down.
 *
 * @param time text of the device's time, in the zone it names or in that of the source
 * @param eventData names without spaces, values as sent
 * @param rest more fields for {@code winlog}, by their names there
 */
record WindowsRecord(
        long eventId,
        @Nullable String channel,
        @Nullable String provider,
        @Nullable String computer,
        @Nullable Long recordId,
        @Nullable String time,
        @Nullable String message,
        @Nullable String level,
        Map<String, Object> eventData,
        Map<String, Object> rest) {

    private static final String UTC_TIME = "UtcTime";

    /** The short name under which {@code events.table} and the data set know a channel. */
    String log() {
        String name = (channel == null ? "" : channel).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "security", "system", "application" -> name;
            case "windows powershell" -> "powershell";
            case "microsoft-windows-powershell/operational", "powershellcore/operational" -> "powershell_operational";
            case "microsoft-windows-sysmon/operational" -> "sysmon_operational";
            case "" -> byProvider();
            default -> snake(name.startsWith("microsoft-windows-") ? name.substring(18) : name);
        };
    }

    private String byProvider() {
        return switch (provider == null ? "" : provider) {
            case "Microsoft-Windows-Sysmon" -> "sysmon_operational";
            case "Microsoft-Windows-Security-Auditing" -> "security";
            case "Microsoft-Windows-PowerShell" -> "powershell_operational";
            case "Service Control Manager" -> "system";
            default -> "eventlog";
        };
    }

    /** The time Sysmon wrote down, which is in UTC and exact. */
    @Nullable
    String utcTime() {
        return eventData.get(UTC_TIME) instanceof String text && !text.isBlank() ? text.strip() + "Z" : null;
    }

    private static String snake(String name) {
        StringBuilder snake = new StringBuilder(name.length());
        for (int index = 0; index < name.length(); index++) {
            char next = name.charAt(index);
            snake.append(Character.isLetterOrDigit(next) ? next : '_');
        }
        return snake.toString();
    }
}
