package vn.chieng.codecs.linux;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** Finds the reader for the message of a program, and describes what it says in ECS. */
public final class LinuxMessages {
    private static final String MODULE = "system";
    private static final String AUTH = "system.auth";
    private static final String SYSLOG = "system.syslog";
    private static final String REPEATED = "message repeated ";

    private LinuxMessages() {}

    /** Adds what the message says; a message that nobody knows adds the data set only. */
    public static void describe(EventDraft draft, @Nullable String tag, String message) {
        String body = withoutSolarisId(draft, unrepeated(draft, message));
        String program = tag == null ? "" : programOf(tag);
        boolean auth = isAuth(program) || body.startsWith("pam_");
        draft.dataset(MODULE, auth ? AUTH : SYSLOG);
        if (tag != null && tag.indexOf("(pam_") > 0) {
            PamMessages.describe(draft, program, body);
        } else if (body.startsWith("pam_") || body.startsWith("(pam_")) {
            PamMessages.describe(draft, program, body);
        } else {
            byProgram(draft, program, body);
        }
    }

    /** Whether the messages of this program say who signed in or may do so. */
    public static boolean isKnown(String program) {
        return isAuth(programOf(program));
    }

    private static void byProgram(EventDraft draft, String program, String body) {
        switch (program) {
            case "sshd", "sshd-session", "sshd-auth" -> SshdMessages.describe(draft, body);
            case "sudo" -> SudoMessages.describe(draft, body);
            case "su" -> SuMessages.describe(draft, body);
            case "cron", "crond", "crontab", "anacron" -> CronMessages.describe(draft, body);
            case "systemd-logind", "login" -> LoginMessages.describe(draft, body);
            case "useradd",
                    "adduser",
                    "usermod",
                    "userdel",
                    "groupadd",
                    "groupmod",
                    "groupdel",
                    "gpasswd",
                    "passwd",
                    "chpasswd",
                    "chage",
                    "chfn",
                    "chsh" -> AccountMessages.describe(draft, program, body);
            default -> {}
        }
    }

    private static boolean isAuth(String program) {
        return switch (program) {
            case "sshd",
                    "sshd-session",
                    "sshd-auth",
                    "sudo",
                    "su",
                    "login",
                    "systemd-logind",
                    "useradd",
                    "adduser",
                    "usermod",
                    "userdel",
                    "groupadd",
                    "groupmod",
                    "groupdel",
                    "gpasswd",
                    "passwd",
                    "chpasswd",
                    "chage",
                    "chfn",
                    "chsh",
                    "polkitd",
                    "pkexec" -> true;
            default -> false;
        };
    }

    /** The name without path, PAM module and upper case: {@code /usr/sbin/CRON} is cron. */
    private static String programOf(String tag) {
        int slash = tag.lastIndexOf('/');
        int bracket = tag.indexOf('(');
        String name = tag.substring(slash + 1, bracket > slash ? bracket : tag.length());
        return name.equals("CRON") ? "cron" : name.toLowerCase(Locale.ROOT);
    }

    /** Syslog daemons say {@code message repeated 3 times: [ … ]} instead of a line three times; the number is kept. */
    private static String unrepeated(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        phrase.take("--- ");
        boolean last = phrase.take("last ");
        if (!phrase.take(REPEATED)) {
            return message;
        }
        int count = Phrase.number(phrase.word());
        if (count < 0 || !phrase.takeAny("times", "time")) {
            return message;
        }
        draft.put(EventDraft.EVENT_COUNT, count);
        if (last || !phrase.take(": [")) {
            return message;
        }
        String inner = phrase.rest().strip();
        return inner.endsWith("]") ? inner.substring(0, inner.length() - 1).strip() : inner;
    }

    /** Solaris puts {@code [ID 800047 auth.notice] } before every message. */
    private static String withoutSolarisId(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        if (!phrase.take("[ID ")) {
            return message;
        }
        String id = phrase.word();
        if (phrase.before("] ") == null) {
            return message;
        }
        draft.putIfAbsent(Ecs.LOG_SYSLOG_MSGID, id);
        return phrase.rest();
    }
}
