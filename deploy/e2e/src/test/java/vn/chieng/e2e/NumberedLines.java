package vn.chieng.e2e;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sender of one line after the other, each with a number, that remembers when each was sent. */
final class NumberedLines implements AutoCloseable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ENGLISH);
    private static final Pattern NUMBER = Pattern.compile("number=(\\d+)");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String host;
    private final SyslogConnection connection;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, Long> sent = new ConcurrentHashMap<>();

    NumberedLines(String address, int port, String host) {
        this.host = host;
        this.connection = new SyslogConnection(address, port);
    }

    /** Sends one line with this text and answers its number. */
    int send(String text) throws InterruptedException {
        int number = last.incrementAndGet();
        String stamp = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).format(STAMP);
        sent.put(number, System.nanoTime());
        connection.send("<38>" + stamp + " " + host + " sshd[77]: number=" + number + " " + text);
        return number;
    }

    /** Sends lines with this text for so long, twenty a second. */
    void sendFor(Duration time, String text) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            send(text);
            Thread.sleep(PAUSE);
        }
    }

    /** When the line was sent, in the time of {@link System#nanoTime}. */
    long sentAt(int number) {
        Long at = sent.get(number);
        if (at == null) {
            throw new IllegalArgumentException("number " + number + " was never sent");
        }
        return at;
    }

    /** The number in a line. */
    static int number(String line) {
        Matcher found = NUMBER.matcher(line);
        if (!found.find()) {
            throw new IllegalArgumentException("no number in " + line);
        }
        return Integer.parseInt(found.group(1));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
