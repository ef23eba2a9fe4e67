package vn.chieng.api.audit.proof;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A collector that gets one RFC 5424 message for each anchor; over TCP with its length in front (RFC 6587). */
final class AnchorSyslog implements AnchorTarget {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration LAST_WORD = Duration.ofSeconds(1);
    /** Facility 13, log audit; severity 6, informational. */
    private static final int PRIORITY = 13 * 8 + 6;

    private final URI collector;
    private final Clock clock;

    AnchorSyslog(URI collector, Clock clock) {
        this.collector = collector;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "syslog:" + collector;
    }

    @Override
    public void deliver(StoredAnchor anchor) throws IOException {
        byte[] message = message(anchor).getBytes(StandardCharsets.UTF_8);
        if ("udp".equals(collector.getScheme())) {
            sendDatagram(message);
        } else {
            send(message);
        }
    }

    private String message(StoredAnchor anchor) {
        return "<" + PRIORITY + ">1 " + clock.instant().truncatedTo(ChronoUnit.MICROS) + " " + host()
                + " chieng-api - audit-anchor - " + anchor.signedLine();
    }

    private static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.matches("[!-~]{1,255}") ? host : "-";
        } catch (IOException e) {
            return "-";
        }
    }

    private void send(byte[] message) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(collector.getHost(), collector.getPort()), Math.toIntExact(LIMIT.toMillis()));
            socket.setSoTimeout(Math.toIntExact(LAST_WORD.toMillis()));
            var out = socket.getOutputStream();
            out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            out.write(message);
            out.flush();
            socket.shutdownOutput();
            awaitEnd(socket);
        }
    }

    /** A collector that went away before reading answers with a reset; one that keeps the connection open says nothing. */
    private static void awaitEnd(Socket socket) throws IOException {
        try {
            if (socket.getInputStream().read() >= 0) {
                throw new IOException("the collector answered, which no syslog collector does");
            }
        } catch (java.net.SocketTimeoutException e) {
            // still reading, which is all that can be asked for
        }
    }

    private void sendDatagram(byte[] message) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(
                    message, message.length, InetAddress.getByName(collector.getHost()), collector.getPort()));
        }
    }
}
