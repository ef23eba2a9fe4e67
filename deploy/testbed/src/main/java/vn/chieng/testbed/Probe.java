package vn.chieng.testbed;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Asks once, within about two seconds, whether a process is ready for work. */
@FunctionalInterface
public interface Probe {

    /** True when ready; false or an exception means "not yet". */
    boolean isReady() throws IOException;

    /** Ready as soon as it is started. */
    static Probe none() {
        return () -> true;
    }

    /** Ready when something accepts connections on this loopback port. */
    static Probe tcp(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                return socket.isConnected();
            }
        };
    }

    /** Ready when a GET of this address is answered with status 200. */
    static Probe http(URI address) {
        return () -> {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(Limits.PROBE_MILLIS);
            connection.setReadTimeout(Limits.PROBE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        };
    }

    /** Ready when a broker on this loopback port answers which API versions it speaks. */
    static Probe kafka(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                var out = new DataOutputStream(socket.getOutputStream());
                int correlation = 7;
                out.writeInt(10);
                out.writeShort(18);
                out.writeShort(0);
                out.writeInt(correlation);
                out.writeShort(-1);
                out.flush();
                var in = new DataInputStream(socket.getInputStream());
                int length = in.readInt();
                return length > Integer.BYTES && in.readInt() == correlation;
            }
        };
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(Limits.PROBE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Limits.PROBE_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
