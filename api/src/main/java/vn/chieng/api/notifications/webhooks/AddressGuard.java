package vn.chieng.api.notifications.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the host of a webhook, and refuses addresses that are not public unless they are allowed by name or network: nobody who may enter a
 * webhook can reach through it what only this machine reaches. The connection goes to the very address that was checked.
 */
public final class AddressGuard implements DnsResolver {
    private static final int CARRIER_NET = 100;
    private static final int BYTE = 0xFF;

    private final List<String> allowed;

    public AddressGuard(List<String> allowed) {
        this.allowed = allowed.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether the host is allowed by its name, so that plain HTTP will do too. */
    public boolean allows(String host) {
        return allowed.contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allows(host)) {
            for (InetAddress address : addresses) {
                if (!isPublic(address) && allowed.stream().noneMatch(network -> within(address, network))) {
                    throw new UnknownHostException("the address of " + host + " is not public");
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (first & 0xFE) == 0xFC;
            boolean translated = first == 0 && second == 0x64;
            boolean tunnelled = first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0 && bytes[3] == 0));
            boolean compatible = first == 0 && second == 0;
            return !uniqueLocal && !translated && !tunnelled && !compatible;
        }
        boolean carrier = first == CARRIER_NET && (second & 0xC0) == 0x40;
        boolean protocol = first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2);
        boolean benchmark = first == 198 && (second & 0xFE) == 18;
        return first != 0 && first < 240 && !carrier && !protocol && !benchmark;
    }

    private static boolean within(InetAddress address, String network) {
        String[] parts = network.split("/", 2);
        if (!parts[0].matches("[0-9a-f.:]+")) {
            return false;
        }
        try {
            byte[] base = InetAddress.getByName(parts[0]).getAddress();
            byte[] bytes = address.getAddress();
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : base.length * Byte.SIZE;
            if (base.length != bytes.length || bits < 0 || bits > base.length * Byte.SIZE) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int mask = BYTE << (Byte.SIZE - bits % Byte.SIZE) & BYTE;
            return Arrays.equals(base, 0, whole, bytes, 0, whole)
                    && (bits % Byte.SIZE == 0 || (base[whole] & mask) == (bytes[whole] & mask));
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
    }
}
