package vn.chieng.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the launcher has to say, as text for people or as a JSON line for scripts. */
sealed interface Status {

    record Starting(String component) implements Status {}

    record Started(String component, double seconds) implements Status {}

    /** A child ended by itself and is started again after a pause. */
    record Ended(String component, String reason, double pauseSeconds) implements Status {}

    /** A child has ended too often; it is tried again at long intervals. */
    record Failing(String component, String reason, int deaths, double pauseSeconds, Path log) implements Status {}

    record Note(String message) implements Status {}

    /** Everything runs. */
    record Ready(double seconds, String console, Listeners listeners, SignIn signIn, Path home, Path logs)
            implements Status {}

    record FirstIncident(double seconds, String id, String title) implements Status {}

    /** The home is in use. */
    record AlreadyRunning(String console, long pid) implements Status {}

    record Failed(String message) implements Status {}

    record Stopping(String component) implements Status {}

    record Stopped() implements Status {}

    /** Where events are sent to. */
    record Listeners(int syslog, int intakeHttp) {}

    /** Who can sign in; passwords are shown while they are the ones made at the first start. */
    record SignIn(Optional<Account> administrator, List<Account> demoUsers) {
        public SignIn {
            demoUsers = List.copyOf(demoUsers);
        }
    }

    /** A person's name at the sign-in page, with the password and what they do. */
    record Account(String user, String password, String role) {}
}
