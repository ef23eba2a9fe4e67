package vn.chieng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What a figure was measured on; printed with every result. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    static void print(PrintStream out) {
        row(out, "processor", processor());
        row(out, "cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            row(out, "memory", String.format(Locale.ROOT, "%.1f GiB", system.getTotalMemorySize() / 0x1p30));
            row(out, "load before", String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
        }
        row(out, "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        row(out, "java", System.getProperty("java.vendor.version", "") + " " + Runtime.version());
        row(out, "jackson", new tools.jackson.core.json.JsonFactory().version().toString());
    }

    static void row(PrintStream out, String name, String value) {
        out.printf(Locale.ROOT, "  %-34s %s%n", name, value);
    }

    /** Time of this thread on a core. */
    static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
