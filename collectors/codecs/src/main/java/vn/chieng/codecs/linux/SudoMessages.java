package vn.chieng.codecs.linux;

import java.util.List;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** {@code admin : [reason ; ]TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/bin/ls}. */
final class SudoMessages {
    private static final String ACTION = "sudo_command";
    private static final String SEPARATOR = " ; ";
    private static final String COMMAND = "COMMAND=";

    private SudoMessages() {}

    static void describe(EventDraft draft, String message) {
        Phrase phrase = new Phrase(message.stripLeading());
        String user = phrase.before(" : ");
        if (user == null || user.indexOf(' ') >= 0) {
            return;
        }
        draft.user(user);
        String rest = phrase.rest();
        int command = rest.indexOf(COMMAND); // it comes last, and may hold anything
        String settings = command < 0 ? rest : rest.substring(0, command);
        String reason = "";
        for (String setting : settings.split(SEPARATOR, -1)) {
            reason = reason + described(draft, setting.strip());
        }
        if (command >= 0) {
            command(draft, rest.substring(command + COMMAND.length()));
        }
        classify(draft, reason, command >= 0);
    }

    /** Puts a setting where it belongs; gives back what is none, which is the reason of a refusal. */
    private static String described(EventDraft draft, String setting) {
        Phrase phrase = new Phrase(setting);
        if (phrase.take("PWD=") || phrase.take("CWD=")) {
            draft.put(Ecs.PROCESS_WORKING_DIRECTORY, phrase.rest());
        } else if (phrase.take("USER=")) {
            draft.effectiveUser(phrase.rest());
        } else if (phrase.take("GROUP=")) {
            draft.put("user.effective.group.name", phrase.rest());
        } else if (!isSetting(setting)) {
            return setting;
        }
        return "";
    }

    /** {@code NAME=value}: no space before the equals sign. */
    private static boolean isSetting(String text) {
        int equals = text.indexOf('=');
        return equals > 0 && text.lastIndexOf(' ', equals) < 0;
    }

    private static void command(EventDraft draft, String command) {
        draft.put(Ecs.PROCESS_COMMAND_LINE, command);
        String executable = new Phrase(command).word();
        if (executable.startsWith("/")) {
            draft.put(Ecs.PROCESS_EXECUTABLE, executable);
        }
    }

    private static void classify(EventDraft draft, String reason, boolean hasCommand) {
        if (reason.isEmpty()) {
            if (hasCommand) {
                Meaning.commandRun(draft, ACTION);
            }
        } else if (reason.startsWith("(command continued)")) {
            draft.classify(ACTION, null, List.of("process"), List.of("info"));
        } else if (reason.contains("incorrect password attempt")) {
            Meaning.refused(draft, ACTION, reason);
            int count = Phrase.number(new Phrase(reason).word());
            draft.put(EventDraft.EVENT_COUNT, count > 0 ? count : null);
        } else {
            draft.classify(ACTION, Meaning.FAILURE, List.of("authentication", "process"), List.of("info"));
            draft.put(Ecs.EVENT_REASON, reason);
        }
    }
}
