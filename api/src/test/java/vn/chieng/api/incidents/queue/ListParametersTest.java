package vn.chieng.api.incidents.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chieng.api.incidents.IncidentState;
import vn.chieng.api.incidents.Severity;

class ListParametersTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void listsOpenIncidentsWhereNothingIsAskedFor() {
        IncidentQuery query = state(null).query(clock, _ -> Set.of(), 0);
        assertThat(query.states())
                .containsExactlyInAnyOrder(
                        IncidentState.NEW,
                        IncidentState.VERIFYING,
                        IncidentState.CONFIRMED,
                        IncidentState.CONTAINING,
                        IncidentState.REMEDIATING,
                        IncidentState.RECOVERED,
                        IncidentState.AWAITING_REPORT);
    }

    @Test
    void readsEveryStateAsTheApiSpellsIt() {
        for (IncidentState state : IncidentState.values()) {
            assertThat(state(state.code()).query(clock, _ -> Set.of(), 0).states())
                    .containsExactly(state);
        }
    }

    @Test
    void refusesUnknownValuesByTheParametersName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state("broken").query(clock, _ -> Set.of(), 0))
                .withMessage("state");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ListParameters.of(Map.of("since", "yesterday")).query(clock, _ -> Set.of(), 0))
                .withMessage("since");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListParameters.of(Map.of("after", "zzz")).query(clock, _ -> Set.of(), 0))
                .withMessage("after");
    }

    @Test
    void keepsHostileTextWithinItsParameter() {
        ListParameters parameters = ListParameters.of(Map.of("q", "a&state=all#{1}", "sort", "severity"));
        assertThat(parameters.address()).isEqualTo("/incidents?q=a%26state%3Dall%23%7B1%7D&sort=severity");
    }

    @Test
    void aCopiedLinkStillMeansTheSameTimeTomorrow() {
        ListParameters lastDay = ListParameters.of(Map.of("state", "open", "since", "24h", "view", "ca-truc"));
        assertThat(lastDay.link(clock.instant()))
                .isEqualTo("/incidents?state=open&from=2026-11-21T07%3A00&to=2026-11-22T07%3A00");
        assertThat(ListParameters.of(Map.of("state", "open", "view", "ca-truc")).link(clock.instant()))
                .isEqualTo("/incidents?state=open");
    }

    @Test
    void readsBackItsOwnCursor() {
        Cursor cursor = new Cursor(Severity.M2, Instant.parse("2026-11-22T06:41:07.123456Z"), 42);
        assertThat(Cursor.decoded(cursor.encoded())).isEqualTo(cursor);
    }

    private static ListParameters state(@Nullable String state) {
        return ListParameters.of(state == null ? Map.of() : Map.of("state", state));
    }
}
