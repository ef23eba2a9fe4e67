package vn.chieng.standalone.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the shipped scene into a running intake on a thread of its own until closed. */
public final class Demo implements AutoCloseable {

    /** The devices of the demo tell the time of Viet Nam, the old syslog format without saying so. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** The same office every time; only the times differ. */
    private static final long SEED = 2026;

    private final Thread thread;
    private final ScenePlayer player;

    private Demo(Thread thread, ScenePlayer player) {
        this.thread = thread;
        this.player = player;
    }

    /** Where the intake listens, and the API keys by organisation id. */
    public record Target(int syslogPort, int httpPort, Map<String, String> apiKeys) {
        public Target {
            apiKeys = Map.copyOf(apiKeys);
        }
    }

    /** Starts to play at once; the clock is in {@link #ZONE}. */
    public static Demo start(Target target, double speed, Clock clock) {
        var syslog = new InetSocketAddress(InetAddress.getLoopbackAddress(), target.syslogPort());
        var http = URI.create("http://127.0.0.1:" + target.httpPort() + "/v1/events");
        var delivery = new ListenerDelivery(
                new SyslogUdpSender(syslog), new SyslogTcpSender(syslog), new HttpSender(http, target.apiKeys()));
        var player = new ScenePlayer(
                Organizations.shipped(), delivery, clock, new SplittableRandom(SEED), moment -> sleep(clock, moment));
        Scene scene = Scene.shipped();
        Thread thread = Thread.ofPlatform().daemon().name("demo").start(() -> play(player, delivery, scene, speed));
        return new Demo(thread, player);
    }

    /** True when each organisation can send from an address of its own on this machine. */
    public static boolean addressesAreUsable() {
        return Organizations.shipped().stream().allMatch(SenderAddress::isUsable);
    }

    /** Lines that a listener took; a datagram counts when it was sent. */
    public long sent() {
        return player.sent();
    }

    /** Lines that no listener took. */
    public long lost() {
        return player.lost();
    }

    private static void play(ScenePlayer player, Delivery delivery, Scene scene, double speed) {
        try (delivery) {
            player.play(scene, speed);
        } catch (InterruptedException e) {
            LOG.debug("the demo was stopped");
        } catch (RuntimeException e) {
            LOG.error("the demo failed", e);
        }
    }

    private static void sleep(Clock clock, Instant moment) throws InterruptedException {
        Duration pause = Duration.between(clock.instant(), moment);
        if (pause.isPositive()) {
            Thread.sleep(pause);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
