package vn.chieng.standalone;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Chooses all ports of a start and says where one differs from the usual. */
final class ListenerPorts {

    static final int CONSOLE = 8443;
    static final int SYSLOG = 5514;
    static final int INTAKE = 8514;

    private final LaunchOptions options;
    private final FreePorts free;
    private final StatusPrinter printer;

    ListenerPorts(LaunchOptions options, FreePorts free, StatusPrinter printer) {
        this.options = options;
        this.free = free;
        this.printer = printer;
    }

    /** Empty when a port that was asked for is in use; that has been said then. */
    Optional<StackPorts> choose(Home home) throws IOException {
        Optional<Integer> console = choose("console", "--port", options.consolePort(), CONSOLE);
        Optional<Integer> syslog = choose("syslog", "--syslog-port", options.syslogPort(), SYSLOG);
        Optional<Integer> intake = choose("intake HTTP", "--intake-port", options.intakePort(), INTAKE);
        if (console.isEmpty() || syslog.isEmpty() || intake.isEmpty()) {
            return Optional.empty();
        }
        var internal = StackPorts.Internal.from(RememberedPorts.read(home.ports(), free));
        return Optional.of(new StackPorts(console.get(), syslog.get(), intake.get(), internal));
    }

    private Optional<Integer> choose(String what, String option, OptionalInt wished, int usual) {
        return switch (PortChoice.choose(wished, usual, free::isFree, free::any)) {
            case PortChoice.Chosen(int port) -> given(port);
            case PortChoice.Instead(int port, int taken) -> {
                printer.print(new Status.Note("port " + taken + " is in use by another program; the " + what
                        + " port is " + port + " this time"));
                yield given(port);
            }
            case PortChoice.Taken(int port) -> {
                printer.print(new Status.Failed(
                        "port " + port + " (" + option + ") is in use by another program on 127.0.0.1"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Integer> given(int port) {
        free.reserve(port);
        return Optional.of(port);
    }
}
