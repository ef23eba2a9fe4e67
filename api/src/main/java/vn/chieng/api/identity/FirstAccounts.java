package vn.chieng.api.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.home.ApiSettings;
import vn.chieng.api.home.PrivateFiles;

/** Makes the first administrator, and what a demo or the launcher needs; secrets go to private files, never to the log. */
@Component
final class FirstAccounts implements ApplicationRunner {
    static final String FIRST_PASSWORD = "first-password";
    static final String DEMO_USERS = "demo-users.json";
    static final String CHECK_TOKEN = "check-token";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Secrets secrets;
    private final PrivateFiles files;
    private final ApiSettings settings;
    private final IdentitySettings identity;
    private final JsonMapper json;
    private final Clock clock;

    FirstAccounts(
            AccountStore accounts,
            Passwords passwords,
            Secrets secrets,
            PrivateFiles files,
            ApiSettings settings,
            IdentitySettings identity,
            JsonMapper json,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secrets = secrets;
        this.files = files;
        this.settings = settings;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (accounts.isEmpty()) {
            addAdministrator();
        }
        if (settings.demo() && !Files.exists(files.path(DEMO_USERS))) {
            addDemoUsers();
        }
        if (settings.checkToken()) {
            String token = secrets.token();
            accounts.putToken(
                    "check",
                    Secrets.sha256(token),
                    Set.of(Role.ANALYST),
                    new Scope.Everything(),
                    clock.instant(),
                    clock.instant().plus(identity.checkTokenLifetime()));
            files.write(CHECK_TOKEN, token + "\n");
        }
    }

    private void addAdministrator() throws IOException {
        String password = secrets.password();
        // the file before the account: an account whose password nobody has could never be used
        files.write(FIRST_PASSWORD, password + "\n");
        accounts.add(
                new Account.Draft(
                        "admin",
                        "Quản trị viên",
                        passwords.hash(password),
                        Set.of(Role.ADMINISTRATOR),
                        new Scope.Everything(),
                        "vi",
                        true),
                clock.instant());
        LOG.atInfo()
                .addKeyValue("file.path", files.path(FIRST_PASSWORD).toString())
                .log("made the account admin; its one-time password is in the file");
    }

    private void addDemoUsers() throws IOException {
        List<Map<String, String>> written = new ArrayList<>();
        for (Account.Draft draft : List.of(
                demo("phan-tich", "Nguyễn Văn An", Role.ANALYST, new Scope.Everything()),
                demo("chu-quan", "Lê Thị Bình", Role.OWNER, new Scope.Organizations(identity.demoOwnerOrganizations())),
                demo("lanh-dao", "Trần Quốc Cường", Role.LEADER, new Scope.Everything()))) {
            String password = secrets.password();
            String hash = passwords.hash(password);
            Optional<Account> existing = accounts.find(draft.name());
            if (existing.isPresent()) {
                accounts.setPassword(existing.get().id(), hash, false);
            } else {
                accounts.add(
                        new Account.Draft(
                                draft.name(), draft.displayName(), hash, draft.roles(), draft.scope(), "vi", false),
                        clock.instant());
            }
            written.add(Map.of(
                    "name", draft.name(),
                    "password", password,
                    "role", draft.roles().iterator().next().name()));
        }
        files.write(DEMO_USERS, json.writeValueAsString(written) + "\n");
    }

    private static Account.Draft demo(String name, String displayName, Role role, Scope scope) {
        return new Account.Draft(name, displayName, "", Set.of(role), scope, "vi", false);
    }
}
