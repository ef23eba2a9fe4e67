package vn.chieng.codecs.linux;

import java.util.List;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** {@code (root) CMD (run-parts /etc/cron.hourly)}, and changes of a crontab. */
final class CronMessages {
    private CronMessages() {}

    static void describe(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message);
        String user = phrase.take("(") ? phrase.before(") ") : null;
        if (user == null) {
            return;
        }
        if (phrase.take("CMD (")) {
            String rest = phrase.rest();
            String command = rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
            draft.user(user).put(Ecs.PROCESS_COMMAND_LINE, command.strip());
            Meaning.commandRun(draft, "cron_command");
        } else if (phrase.takeAny("REPLACE", "DELETE", "BEGIN EDIT", "END EDIT", "LIST", "RELOAD")) {
            boolean changes = message.contains("REPLACE") || message.contains("DELETE");
            draft.user(user)
                    .classify(
                            "crontab",
                            Meaning.SUCCESS,
                            List.of("configuration"),
                            List.of(changes ? "change" : "access"));
        }
    }
}
