package vn.chieng.standalone;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import vn.chieng.testbed.Ports;

/** Free loopback ports, none given twice. */
final class FreePorts {

    private final Random random;
    private final Set<Integer> given = new HashSet<>();

    FreePorts(Random random) {
        this.random = random;
    }

    /** Free for TCP and, since syslog uses both, for UDP. */
    boolean isFree(int port) {
        return !given.contains(port) && Ports.isFree(port) && isFreeForDatagrams(port);
    }

    int any() {
        int port = Ports.free(1, random).getFirst();
        while (!isFree(port)) {
            port = Ports.free(1, random).getFirst();
        }
        given.add(port);
        return port;
    }

    /** Keeps others of this stack from getting it. */
    void reserve(int port) {
        given.add(port);
    }

    private static boolean isFreeForDatagrams(int port) {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
