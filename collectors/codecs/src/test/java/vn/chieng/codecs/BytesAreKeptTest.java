package vn.chieng.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chieng.event.Ecs;
import vn.chieng.event.Event;

/** Whatever comes in: no codec throws, and the event gives the bytes back exactly. */
class BytesAreKeptTest {
    private static final FrameContext CONTEXT = FrameContext.receivedAt(Instant.parse("2026-11-22T02:00:00Z"));
    private static final long SEED = 20_261_122L;
    private static final int ROUNDS = 3_000;
    private static final List<String> VALID = List.of(
            "<34>Oct 11 22:14:15 web-01 sshd[4]: Failed password for invalid user a from 203.0.113.5 port 22 ssh2",
            "<38>1 2026-11-22T01:00:00.123+07:00 web-01 sudo 77 ID1 [a@1 b=\"c\\]\"] admin : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls",
            "<189>29: *Mar  1 18:48:50.483 UTC: %SYS-5-CONFIG_I: Configured from console",
            "Nov 22 08:00:00 web-01 su(pam_unix)[23]: authentication failure; logname= uid=1 euid=0 tty= ruser=a rhost=b user=c",
            "Nov 22 08:00:00 web-01 sshd[1]: message repeated 3 times: [ Failed password for root from 203.0.113.5 port 1 ssh2]",
            "{\"EventID\":4625,\"Channel\":\"Security\",\"Hostname\":\"pc\",\"EventTime\":\"2026-11-22 08:00:00\",\"IpAddress\":\"203.0.113.5\"}",
            "{\"Event\":{\"System\":{\"EventID\":1,\"Channel\":\"Microsoft-Windows-Sysmon/Operational\"},\"EventData\":{\"Image\":\"C:\\\\a.exe\"}}}",
            "{\"@timestamp\":\"2026-11-22T01:00:00Z\",\"source.ip\":\"203.0.113.5\",\"a\":{\"b\":[1,2.50,null,\"Chiêng làng\"]}}",
            "{\"winlog\":{\"event_id\":\"4624\",\"channel\":\"Security\",\"event_data\":{\"IpPort\":\"99999\"}}}");

    @Test
    void randomBytesNeverThrowAndComeBack() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = new byte[random.nextInt(200)];
            random.nextBytes(frame);
            checkAll(frame, CONTEXT);
        }
    }

    @Test
    void brokenFormsOfValidFramesNeverThrowAndComeBack() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = VALID.get(round % VALID.size()).getBytes(StandardCharsets.UTF_8);
            checkAll(mutated(frame, random), CONTEXT);
        }
    }

    @Test
    void everyBeginningOfAValidFrameIsHandled() {
        for (String valid : VALID) {
            byte[] frame = valid.getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length <= frame.length; length++) {
                checkAll(Arrays.copyOf(frame, length), CONTEXT);
            }
        }
    }

    @Test
    void aDeclaredCharsetIsReadAndTheBytesComeBack() {
        Charset vietnamese = Charset.forName("windows-1258");
        byte[] frame = "<13>Nov 22 08:00:00 web-01 app: làng".getBytes(vietnamese);
        FrameContext context = new FrameContext(CONTEXT.received(), CONTEXT.zone(), null, vietnamese);

        assertThat(checked(Codecs.named("auto").orElseThrow(), frame, context).text(Ecs.MESSAGE))
                .isEqualTo("làng");
    }

    @Test
    void endlessNestingIsRefusedWithItsReason() {
        byte[] deep = "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        Event event = checked(Codecs.named("ecs").orElseThrow(), deep, CONTEXT);

        assertThat(event.text(Ecs.ERROR_CODE)).isEqualTo("too_deep");
    }

    @Test
    void tooManyFieldsAreRefusedWithTheirReason() {
        StringBuilder many = new StringBuilder("{\"a\":1");
        for (int index = 0; index < 5_000; index++) {
            many.append(",\"f").append(index).append("\":1");
        }
        byte[] frame = many.append('}').toString().getBytes(StandardCharsets.UTF_8);

        Event event = checked(Codecs.named("ecs").orElseThrow(), frame, CONTEXT);

        assertThat(event.text(Ecs.ERROR_CODE)).isEqualTo("too_many_fields");
    }

    private static void checkAll(byte[] frame, FrameContext context) {
        Codecs.names().forEach(name -> checked(Codecs.named(name).orElseThrow(), frame, context));
    }

    private static Event checked(Codec codec, byte[] frame, FrameContext context) {
        Event event =
                EventJson.read(EventJson.write(codec.decode(frame, context).event()));
        assertThat(original(event)).isEqualTo(frame);
        assertThat(event.text(Ecs.EVENT_KIND)).isIn(Ecs.KIND_EVENT, Ecs.KIND_PIPELINE_ERROR);
        assertThat(event.text(Ecs.EVENT_DATASET)).isNotNull();
        assertThat(Instant.parse(String.valueOf(event.get(Ecs.TIMESTAMP)))).isNotNull();
        return event;
    }

    private static byte[] original(Event event) {
        String exact = event.text(EventDraft.ORIGINAL_BASE64);
        return exact == null
                ? String.valueOf(event.get(Ecs.EVENT_ORIGINAL)).getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(exact);
    }

    private static byte[] mutated(byte[] frame, Random random) {
        byte[] mutated = Arrays.copyOf(frame, 1 + random.nextInt(frame.length));
        for (int change = random.nextInt(5); change >= 0; change--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return mutated;
    }
}
