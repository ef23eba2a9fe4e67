package vn.chieng.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A syslog sender over TCP that connects again when its connection breaks; it never sends a line twice. */
final class SyslogConnection implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final InetAddress from;
    private final int port;
    private Socket socket = new Socket();

    /** @param from the sender's own loopback address, by which intake knows the source */
    SyslogConnection(String from, int port) {
        this.from = InetAddress.ofLiteral(from);
        this.port = port;
    }

    /** Sends one line; waits for as long as nobody listens. */
    void send(String line) throws InterruptedException {
        byte[] frame = (line + "\n").getBytes(StandardCharsets.UTF_8);
        while (true) {
            try {
                if (!socket.isConnected() || socket.isClosed()) {
                    connect();
                }
                socket.getOutputStream().write(frame);
                return;
            } catch (IOException e) {
                drop();
                Thread.sleep(PAUSE);
            }
        }
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 2_000);
    }

    private void drop() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already, which is why it is dropped
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
