package vn.chieng.standalone.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Sends syslog over one connection per organisation. Half of them count octets and half end lines (RFC 6587), as in the
 * field; a broken connection is opened anew with the next line.
 */
final class SyslogTcpSender implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    private final InetSocketAddress listener;
    private final Map<String, Socket> connections = new HashMap<>();

    SyslogTcpSender(InetSocketAddress listener) {
        this.listener = listener;
    }

    boolean send(Organization from, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            Socket connection = connections.get(from.id());
            if (connection == null) {
                connection = connect(from);
                connections.put(from.id(), connection);
            }
            connection.getOutputStream().write(frame(from, bytes));
            return true;
        } catch (IOException e) {
            forget(from);
            return false;
        }
    }

    private byte[] frame(Organization from, byte[] line) {
        boolean countsOctets = from.address().hashCode() % 2 == 0;
        byte[] before = countsOctets ? (line.length + " ").getBytes(StandardCharsets.US_ASCII) : new byte[0];
        byte[] after = countsOctets ? new byte[0] : new byte[] {'\n'};
        byte[] frame = new byte[before.length + line.length + after.length];
        System.arraycopy(before, 0, frame, 0, before.length);
        System.arraycopy(line, 0, frame, before.length, line.length);
        System.arraycopy(after, 0, frame, before.length + line.length, after.length);
        return frame;
    }

    private Socket connect(Organization from) throws IOException {
        var socket = new Socket();
        try {
            socket.bind(SenderAddress.of(from));
            socket.connect(listener, CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void forget(Organization from) {
        Socket connection = connections.remove(from.id());
        if (connection != null) {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // the connection is given up either way
        }
    }

    @Override
    public void close() {
        connections.values().forEach(SyslogTcpSender::closeQuietly);
        connections.clear();
    }
}
