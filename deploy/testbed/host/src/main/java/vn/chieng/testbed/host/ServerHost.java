package vn.chieng.testbed.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A process that holds the lock of one server's data folder until it ends. */
public final class ServerHost {

    private static final Duration LOCK_WAIT = Duration.ofSeconds(20);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(100);

    private final Path folder;
    private final FileLock lock;

    private ServerHost(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Waits for an earlier process on this folder to end; throws when it does not. */
    public static ServerHost claim(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("host.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + LOCK_WAIT.toNanos();
        @Nullable FileLock lock = channel.tryLock();
        while (lock == null && System.nanoTime() < deadline) {
            Thread.sleep(LOCK_PAUSE);
            lock = channel.tryLock();
        }
        if (lock == null) {
            channel.close();
            throw new IOException("the folder " + folder + " is in use by another running server");
        }
        return new ServerHost(folder, lock);
    }

    /** The claimed folder. */
    public Path folder() {
        if (!lock.isValid()) {
            throw new IllegalStateException("the lock of " + folder + " is gone");
        }
        return folder;
    }

    /** Throws when something else listens on this port of 127.0.0.1. */
    public static void requireFreePort(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException("port " + port + " of 127.0.0.1 is in use by another program", e);
        }
    }

    /** Makes this process end when the other end of its standard input is closed, however the parent ended. */
    public static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-pipe").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // what the parent writes means nothing; only the end of its pipe does
                }
            } catch (IOException e) {
                System.err.println("the pipe from the parent broke: " + e.getMessage());
            }
            System.exit(0);
        });
    }
}
