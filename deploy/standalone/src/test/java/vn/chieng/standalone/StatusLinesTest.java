package vn.chieng.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusLinesTest {

    private static final Status.Ready READY = new Status.Ready(
            41.5,
            "https://127.0.0.1:8443",
            new Status.Listeners(5514, 8514),
            new Status.SignIn(
                    Optional.of(new Status.Account("admin", "s3cret", "admin")),
                    List.of(new Status.Account("truc.ban", "pw", "ANALYST"))),
            Path.of("/home"),
            Path.of("/home/logs"));

    @Test
    void jsonNamesTheStatusFirst() {
        assertThat(JsonStatusPrinter.json(new Status.Starting("kafka")))
                .hasToString("{\"status\":\"starting\",\"component\":\"kafka\"}");
        assertThat(JsonStatusPrinter.json(new Status.Stopped())).hasToString("{\"status\":\"stopped\"}");
    }

    @Test
    void jsonReadyHoldsAllThatAScriptNeeds() {
        assertThat(JsonStatusPrinter.json(READY).toString())
                .contains(
                        "\"seconds\":41.5",
                        "\"console\":\"https://127.0.0.1:8443\"",
                        "\"syslogPort\":5514",
                        "\"intakePort\":8514",
                        "\"administrator\":{\"user\":\"admin\",\"password\":\"s3cret\"");
    }

    @Test
    void textReadyShowsAddressPasswordAndHowToStop() {
        assertThat(TextStatusPrinter.text(READY))
                .contains("https://127.0.0.1:8443", "s3cret", "truc.ban", "127.0.0.1:5514", "deploy/down");
    }

    @Test
    void theFirstIncidentOfAPageOrAListIsFound() {
        assertThat(FirstIncident.firstOf("{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"))
                .hasValueSatisfying(incident ->
                        assertThat(incident.path("id").stringValue()).isEqualTo("a"));
        assertThat(FirstIncident.firstOf("{\"items\":[]}")).isEmpty();
        assertThat(FirstIncident.firstOf("half a")).isEmpty();
    }

    @Test
    void demoUsersAreReadAsTheApiWroteThem() {
        assertThat(SignInFiles.demoUsers("[{\"name\":\"a\",\"password\":\"b\",\"role\":\"c\"}]"))
                .containsExactly(new Status.Account("a", "b", "c"));
        assertThat(SignInFiles.demoUsers("half a")).isEmpty();
    }
}
