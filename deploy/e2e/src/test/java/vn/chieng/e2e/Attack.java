package vn.chieng.e2e;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Somebody who guesses passwords from one address on one machine until rules find both: two incidents, one after the other. */
final class Attack {
    private Attack() {}

    static void from(RunningChieng chieng, String address) throws IOException, InterruptedException {
        try (var sender = new SyslogConnection("127.0.0.1", chieng.syslogPort())) {
            for (int port = 50_000; port < 50_012; port++) {
                sender.send("<86>1 " + Clock.systemUTC().instant()
                        + " " + machine(address) + " sshd 100 - - Failed password for root from " + address + " port "
                        + port
                        + " ssh2");
            }
        }
    }

    /** The machine that an address attacks; no other attack touches it. */
    static String machine(String address) {
        return "web-journey-" + address.substring(address.lastIndexOf('.') + 1);
    }

    /** The incident of that machine, once it is there. */
    static JsonNode incident(Analyst analyst, String address) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> analyst.incidents(machine(address)), found -> !found.isEmpty())
                .getFirst();
    }

    /** Attacks from an address, and tells the page of the machine's incident once this person sees it. */
    static String page(RunningChieng chieng, String address, String reader) throws Exception {
        from(chieng, address);
        return "/incidents/"
                + incident(Analyst.signIn(chieng, reader), address).get("id").asLong();
    }
}
