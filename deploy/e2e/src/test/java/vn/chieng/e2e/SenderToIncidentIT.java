package vn.chieng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Real senders of this machine send an attack; the incident shows the very lines they sent. */
class SenderToIncidentIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final RunningChieng CHIENG = RunningChieng.shared();

    private static Analyst analyst;

    @TempDir
    private Path folder;

    @BeforeAll
    static void signIn() throws Exception {
        analyst = Analyst.signIn(CHIENG, "phan-tich");
    }

    @ParameterizedTest
    @CsvSource({"tcp, traditional", "tcp, octet-counted", "udp, traditional"})
    void rsyslogSendsAnAttackAndTheIncidentShowsItsLinesByteForByte(String protocol, String framing) throws Exception {
        String host = "e2e-" + protocol + "-" + framing.substring(0, 5);
        List<String> sent = sendWithRsyslog(host, protocol, framing);

        JsonNode incident = awaitIncident(host);

        List<String> evidence = analyst.evidence(incident.get("id").asLong());
        assertThat(evidence).isNotEmpty().allMatch(sent::contains);
        assertThat(evidence).anyMatch(line -> line.contains("trần_thị_bích"));
        List<String> indexed = new ArrayList<>();
        for (JsonNode event :
                new LogSearch(CHIENG.openSearch()).events("{\"term\":{\"host.name\":\"" + host + "\"}}")) {
            indexed.add(event.at("/event/original").asString());
        }
        assertThat(indexed).containsExactlyInAnyOrderElementsOf(sent);
    }

    @ParameterizedTest
    @CsvSource({"--tcp, --rfc5424, 198.51.100.41", "--udp, --rfc5424, 198.51.100.42", "--udp, --rfc3164, 198.51.100.43"
    })
    void loggerSendsGuessesAndTheIncidentIsThere(String transport, String format, String attacker) throws Exception {
        String logger = Installed.program("logger").toString();
        for (int port = 50_000; port < 50_012; port++) {
            run(List.of(
                    logger,
                    "--server",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(CHIENG.syslogPort()),
                    transport,
                    format,
                    "--tag",
                    "sshd",
                    "--priority",
                    "authpriv.info",
                    "Failed password for root from " + attacker + " port " + port + " ssh2"));
        }

        JsonNode incident = awaitIncident(attacker);

        assertThat(analyst.evidence(incident.get("id").asLong()))
                .anyMatch(line -> line.endsWith("Failed password for root from " + attacker + " port 50000 ssh2"));
    }

    private static JsonNode awaitIncident(String words) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> analyst.incidents(words), found -> !found.isEmpty())
                .getFirst();
    }

    /** Lets rsyslog read the log file, send it, and write beside it what it sends. */
    private List<String> sendWithRsyslog(String host, String protocol, String framing) throws Exception {
        String rsyslogd = Installed.program("rsyslogd").toString();
        Path log = folder.resolve("auth.log");
        Path sent = folder.resolve("sent.log");
        Files.writeString(log, attack(host));
        Path configuration = folder.resolve("rsyslog.conf");
        Files.writeString(configuration, """
                module(load="imfile")
                global(workDirectory="%1$s" maxMessageSize="64k")
                template(name="frame" type="string" string="<38>%%msg%%")
                template(name="line" type="string" string="<38>%%msg%%\\n")
                input(type="imfile" File="%2$s" Tag="auth" ruleset="forward")
                ruleset(name="forward") {
                  action(type="omfwd" target="127.0.0.1" port="%3$d" protocol="%4$s" TCP_Framing="%5$s"
                         template="frame" action.resumeRetryCount="-1")
                  action(type="omfile" file="%6$s" template="line")
                }
                """.formatted(folder, log, CHIENG.syslogPort(), protocol, framing, sent));
        int lines = attack(host).split("\n").length;
        Process rsyslog = new ProcessBuilder(
                        rsyslogd,
                        "-n",
                        "-f",
                        configuration.toString(),
                        "-i",
                        folder.resolve("rsyslog.pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rsyslog.out").toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(sent) && Files.readAllLines(sent).size() == lines);
            Thread.sleep(1_000); // the two actions run side by side: let the forwarding one finish before the end
        } finally {
            rsyslog.destroy();
            rsyslog.waitFor(20, TimeUnit.SECONDS);
        }
        return Files.readAllLines(sent);
    }

    private static String attack(String host) throws IOException {
        try (InputStream resource = Objects.requireNonNull(
                SenderToIncidentIT.class.getResourceAsStream("/sshd-attack.log"), "/sshd-attack.log")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("@host@", host);
        }
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
