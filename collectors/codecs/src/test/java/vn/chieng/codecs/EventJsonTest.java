package vn.chieng.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    void numbersAndTextsComeBackAsTheyWere() {
        String json = "{\"a\":1,\"b\":12345678901234567890,\"c\":2.50,\"d\":0.1,\"e\":-9214364837600034816,"
                + "\"f\":\"Chi\u00eang \\u0000 \\\"\",\"g\":[true,null,{\"h\":\"\"}],\"i\":1E400}";

        assertThat(rewritten(json)).isEqualTo(json.replace("1E400", "1E+400"));
    }

    @Test
    void theLastOfDuplicateNamesWins() {
        assertThat(rewritten("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo("{\"a\":3,\"b\":2}");
    }

    @Test
    void brokenTextIsNamedWithItsPlace() {
        EventJson.Parsed parsed = EventJson.parse("{\"a\":1,\n \"b\":}".getBytes(StandardCharsets.UTF_8));

        assertThat(parsed).isInstanceOfSatisfying(EventJson.Parsed.Broken.class, broken -> {
            assertThat(broken.line()).isEqualTo(2);
            assertThat(broken.reason()).isEqualTo(Decoded.Reason.BAD_JSON);
        });
    }

    private static String rewritten(String json) {
        return new String(
                EventJson.write(EventJson.read(json.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
    }
}
