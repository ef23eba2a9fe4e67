package vn.chieng.api.signin;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses to try from; each test takes its own, since wrong tries are remembered by address. */
final class Addresses {
    private static final AtomicInteger LAST = new AtomicInteger();

    private Addresses() {}

    static String next() {
        int n = LAST.incrementAndGet();
        return "10.77." + n / 256 + "." + n % 256;
    }
}
