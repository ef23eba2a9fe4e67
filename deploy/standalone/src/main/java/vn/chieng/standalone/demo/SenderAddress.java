package vn.chieng.standalone.demo;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Which local address an organisation's syslog is sent from. */
final class SenderAddress {

    private SenderAddress() {}

    /** Linux lets a socket use any address of 127.0.0.0/8; elsewhere only 127.0.0.1 is there. */
    static boolean isUsable(Organization organization) {
        try (var socket = new DatagramSocket(socketAddress(organization))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static InetSocketAddress of(Organization organization) throws IOException {
        return isUsable(organization)
                ? socketAddress(organization)
                : new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    private static InetSocketAddress socketAddress(Organization organization) {
        return new InetSocketAddress(InetAddress.ofLiteral(organization.address()), 0);
    }
}
