package vn.chieng.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Finds and checks TCP ports on loopback. */
public final class Ports {

    /** Below the range that Linux gives to outgoing connections, which would otherwise take a port found free. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 10_000;

    private Ports() {}

    /** Different free ports, taken at random so that two callers seldom meet. */
    public static List<Integer> free(int count, Random random) {
        Set<Integer> ports = new HashSet<>();
        for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new IllegalStateException("no " + count + " free ports between " + LOWEST + " and " + HIGHEST);
        }
        return List.copyOf(ports);
    }

    /** True when a server could listen on this port now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean becomesFree(int port, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(Limits.PROBE_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
