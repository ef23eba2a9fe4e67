package vn.chieng.standalone;

import java.io.PrintStream;
import java.util.Locale;

/** Plain lines for a terminal. */
final class TextStatusPrinter implements StatusPrinter {

    private final PrintStream out;

    TextStatusPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void print(Status status) {
        out.println(text(status));
        out.flush();
    }

    static String text(Status status) {
        return switch (status) {
            case Status.Starting(var component) -> "  starting " + component;
            case Status.Started(var component, var seconds) -> timed(seconds, component + " is ready");
            case Status.Ended(var _, var reason, var pause) ->
                "  %s; starting it again in %s s".formatted(reason, seconds(pause));
            case Status.Failing(var component, var reason, int _, var pause, var log) ->
                "  %s keeps ending (%s); trying again every %s s. Its log: %s"
                        .formatted(component, reason, seconds(pause), log);
            case Status.Note(var message) -> "  " + message;
            case Status.Ready ready -> ready(ready);
            case Status.FirstIncident(var seconds, var id, var title) ->
                timed(seconds, "first incident visible: " + title + " (" + id + ")");
            case Status.AlreadyRunning(var console, var pid) ->
                "Chiêng already runs on this home: " + console + " (process " + pid + "). Stop it with: deploy/down";
            case Status.Failed(var message) -> "Error: " + message;
            case Status.Stopping(var component) -> "  stopping " + component;
            case Status.Stopped() -> "Stopped. The data stays and is found again at the next start.";
        };
    }

    private static String ready(Status.Ready ready) {
        var text = new StringBuilder(timed(ready.seconds(), "everything is ready")).append("\n\n");
        text.append("  Console     ").append(ready.console()).append('\n');
        ready.signIn()
                .administrator()
                .ifPresent(account -> text.append("  Sign in     ")
                        .append(account.user())
                        .append("   one-time password: ")
                        .append(account.password())
                        .append('\n'));
        for (Status.Account account : ready.signIn().demoUsers()) {
            text.append("  Demo user   %-16s %-20s %s%n".formatted(account.user(), account.password(), account.role()));
        }
        text.append("  Syslog      127.0.0.1:")
                .append(ready.listeners().syslog())
                .append(" (UDP and TCP)\n")
                .append("  HTTP        http://127.0.0.1:")
                .append(ready.listeners().intakeHttp())
                .append(" (NDJSON, with an API key)\n")
                .append("  Data        ")
                .append(ready.home())
                .append("\n  Logs        ")
                .append(ready.logs())
                .append("\n  Stop        Ctrl-C here, or: deploy/down\n");
        return text.toString();
    }

    private static String timed(double seconds, String text) {
        return "%s s  %s".formatted(String.format(Locale.ROOT, "%6.1f", seconds), text);
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
