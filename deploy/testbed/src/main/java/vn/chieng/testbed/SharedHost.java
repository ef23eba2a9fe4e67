package vn.chieng.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process that carries the servers of one Maven run and ends with it. */
final class SharedHost {

    private SharedHost() {}

    /** Arguments: repository root, folder, process to end with, whether to write ahead-of-time caches. */
    public static void main(String[] arguments) throws IOException {
        var repository = new Repository(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(arguments[2]));
        if (owner.isEmpty()) {
            return;
        }
        Files.writeString(folder.resolve("host"), identity(ProcessHandle.current()));
        OwnTestbed servers = OwnTestbed.start(repository, folder, AotCache.Training.valueOf(arguments[3]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(servers::close));
        servers.addresses().write(folder.resolve("addresses"));
        owner.get().onExit().join();
        System.exit(0);
    }

    /** True while the host that was started for this folder lives. */
    static boolean isRunning(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("host"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(process -> identity(process).equals(String.join("\n", lines)))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** A process number alone may be given to another process later. */
    private static String identity(ProcessHandle process) {
        return process.pid() + "\n" + process.info().startInstant().orElseThrow();
    }
}
