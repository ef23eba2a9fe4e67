package vn.chieng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void theLastLineNamesFigureGoalAndVerdict() {
        assertThat(new Outcome(312_345.4, "events/s", 300_000).line("parse"))
                .isEqualTo("parse 312345 events/s goal 300000 met");
        assertThat(new Outcome(299_999.4, "events/s", 300_000).line("parse"))
                .isEqualTo("parse 299999 events/s goal 300000 missed");
    }
}
