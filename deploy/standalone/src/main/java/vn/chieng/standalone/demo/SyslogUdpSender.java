package vn.chieng.standalone.demo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Sends one syslog line per datagram, each organisation from its own address. */
final class SyslogUdpSender implements AutoCloseable {

    private final InetSocketAddress listener;
    private final Map<String, DatagramSocket> sockets = new HashMap<>();

    SyslogUdpSender(InetSocketAddress listener) {
        this.listener = listener;
    }

    boolean send(Organization from, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            DatagramSocket socket = sockets.get(from.id());
            if (socket == null) {
                socket = new DatagramSocket(SenderAddress.of(from));
                sockets.put(from.id(), socket);
            }
            socket.send(new DatagramPacket(bytes, bytes.length, listener));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        sockets.values().forEach(DatagramSocket::close);
        sockets.clear();
    }
}
