package vn.chieng.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UpOptionsTest {

    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = Standalone.commandLine();
        commandLine.setErr(new PrintWriter(errors));
        return commandLine.execute(arguments);
    }

    @Test
    void aSpeedOfZeroIsWrongUse() {
        assertThat(run("up", "--speed", "0")).isEqualTo(2);
        assertThat(errors.toString()).contains("--speed");
    }

    @Test
    void aPortBeyondTheLastIsWrongUseAndNamed() {
        assertThat(run("up", "--intake-port", "70000")).isEqualTo(2);
        assertThat(errors.toString()).contains("--intake-port");
    }

    @Test
    void anUnknownOptionIsWrongUse() {
        assertThat(run("up", "--fast")).isEqualTo(2);
    }
}
