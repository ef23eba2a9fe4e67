package vn.chieng.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PortChoiceTest {

    private static PortChoice choose(OptionalInt wished, boolean free) {
        return PortChoice.choose(wished, 8443, port -> free, () -> 20_000);
    }

    @Test
    void takesTheUsualPortWhenItIsFree() {
        assertThat(choose(OptionalInt.empty(), true)).isEqualTo(new PortChoice.Chosen(8443));
    }

    @Test
    void takesAFreePortInsteadOfAUsualOneInUseAndTellsBoth() {
        assertThat(choose(OptionalInt.empty(), false)).isEqualTo(new PortChoice.Instead(20_000, 8443));
    }

    @Test
    void refusesANamedPortInUse() {
        assertThat(choose(OptionalInt.of(9000), false)).isEqualTo(new PortChoice.Taken(9000));
    }

    @Test
    void takesANamedPortThatIsFree() {
        assertThat(choose(OptionalInt.of(9000), true)).isEqualTo(new PortChoice.Chosen(9000));
    }

    @Test
    void zeroMeansAnyFreePort() {
        assertThat(choose(OptionalInt.of(0), true)).isEqualTo(new PortChoice.Chosen(20_000));
    }
}
