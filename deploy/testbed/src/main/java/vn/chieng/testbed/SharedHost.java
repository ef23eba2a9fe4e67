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
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var repository = new Repository(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(arguments[2]));
        if (owner.isEmpty()) {
            return;
        }
        Files.writeString(folder.resolve("host"), identity(ProcessHandle.current()));
        Addresses addresses = start(repository, folder, AotCache.Training.valueOf(arguments[3]));
        addresses.write(folder.resolve("addresses"));
        owner.get().onExit().join();
        System.exit(0);
    }

    private static Addresses start(Repository repository, Path folder, AotCache.Training training)
            throws InterruptedException {
        if (System.getProperty(SharedServers.CHOICE, "").equals(SharedServers.CONTAINERS)) {
            Optional<ContainerServers> containers = ContainerServers.start(repository, folder);
            if (containers.isPresent()) {
                // They end with their own process, at the end of the pipe from this one.
                return containers.get().addresses();
            }
            System.out.println(SharedServers.NO_DOCKER);
        }
        OwnTestbed servers = OwnTestbed.start(repository, folder, training);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(servers::close));
        return servers.addresses();
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
