package vn.chieng.api.rules.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chieng.api.rules.MissingInput;
import vn.chieng.event.Event;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.RuleReader;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;

class ObservationTest {
    private static final LogSource FIREWALL = new LogSource("firewall", null, null);
    private static final LogSource SYSMON = new LogSource("process_creation", "windows", null);
    private static final LogSource OWN = new LogSource(null, "one-stop-shop", "sign-in's");

    private final Observation observation = new Observation(List.of(FIREWALL, SYSMON, OWN));

    @Test
    void anEventIsOfTheLogSourcesThatTheEngineTakesItFor() {
        observation.add(event("2026-11-22T01:00:00Z", Map.of("category", List.of("network")), "firewall"));
        observation.add(event("2026-11-22T03:00:00Z", Map.of("category", List.of("network")), "firewall"));
        observation.add(
                event("2026-11-22T02:00:00Z", Map.of("module", "one-stop-shop", "dataset", "x.sign-in's"), "x"));
        assertThat(observation.sources())
                .extracting(ObservedSource::logSource, ObservedSource::lastSeen)
                .containsExactlyInAnyOrder(
                        tuple(FIREWALL, Instant.parse("2026-11-22T03:00:00Z")),
                        tuple(OWN, Instant.parse("2026-11-22T02:00:00Z")));
    }

    @Test
    void aRuleMissesTheFieldsThatNoEventOfItsLogSourceHasHad() {
        observation.add(event("2026-11-22T01:00:00Z", Map.of("category", List.of("network")), "firewall"));
        ObservedSource firewall = observation.sources().getFirst();
        assertThat(firewall.missing(rule("observer.type"))).isEqualTo(MissingInput.of(null));
        assertThat(firewall.missing(rule("url.path"))).isEqualTo(new MissingInput(false, List.of("url.path")));
    }

    private static SigmaRule rule(String field) {
        String text = """
                title: Test
                id: 5f7c1c7e-0000-4000-8000-000000000001
                logsource:
                  category: firewall
                detection:
                  selection:
                    %s: x
                  condition: selection
                """.formatted(field);
        return RuleReader.read(RuleSource.of("test", text), SigmaSettings.DEFAULT)
                .rules()
                .getFirst();
    }

    private static Event event(String created, Map<String, Object> event, String observer) {
        return new Event.Builder()
                .put("@timestamp", created)
                .merge("event", event)
                .put("event.created", created)
                .put("observer.type", observer)
                .build();
    }
}
