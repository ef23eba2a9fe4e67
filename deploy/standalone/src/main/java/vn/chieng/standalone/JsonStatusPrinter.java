package vn.chieng.standalone;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line; the shapes are described in {@code docs/operations/standalone.md}. */
final class JsonStatusPrinter implements StatusPrinter {

    private final PrintStream out;

    JsonStatusPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void print(Status status) {
        out.println(json(status));
        out.flush();
    }

    static ObjectNode json(Status status) {
        return switch (status) {
            case Status.Starting(var component) -> named("starting").put("component", component);
            case Status.Started(var component, var seconds) ->
                named("started").put("component", component).put("seconds", seconds);
            case Status.Ended(var component, var reason, var pause) ->
                named("ended").put("component", component).put("reason", reason).put("pauseSeconds", pause);
            case Status.Failing(var component, var reason, var deaths, var pause, var log) ->
                named("failing")
                        .put("component", component)
                        .put("reason", reason)
                        .put("deaths", deaths)
                        .put("pauseSeconds", pause)
                        .put("log", log.toString());
            case Status.Note(var message) -> named("note").put("message", message);
            case Status.Ready ready -> ready(ready);
            case Status.FirstIncident(var seconds, var id, var title) ->
                named("first-incident").put("seconds", seconds).put("id", id).put("title", title);
            case Status.AlreadyRunning(var console, var pid) ->
                named("already-running").put("console", console).put("pid", pid);
            case Status.Failed(var message) -> named("error").put("message", message);
            case Status.Stopping(var component) -> named("stopping").put("component", component);
            case Status.Stopped() -> named("stopped");
        };
    }

    private static ObjectNode named(String status) {
        return JsonMapper.shared().createObjectNode().put("status", status);
    }

    private static ObjectNode ready(Status.Ready ready) {
        ObjectNode line = named("ready")
                .put("seconds", ready.seconds())
                .put("console", ready.console())
                .put("syslogPort", ready.listeners().syslog())
                .put("intakePort", ready.listeners().intakeHttp())
                .put("home", ready.home().toString())
                .put("logs", ready.logs().toString());
        ready.signIn().administrator().ifPresent(account -> line.set("administrator", account(account)));
        line.set("demoUsers", accounts(ready.signIn().demoUsers()));
        return line;
    }

    private static ArrayNode accounts(List<Status.Account> accounts) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        accounts.forEach(account -> array.add(account(account)));
        return array;
    }

    private static ObjectNode account(Status.Account account) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("user", account.user())
                .put("password", account.password())
                .put("role", account.role());
    }
}
