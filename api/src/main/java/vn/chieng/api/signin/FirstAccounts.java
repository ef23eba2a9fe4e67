package vn.chieng.api.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Role;
import vn.chieng.api.home.ApiSettings;
import vn.chieng.api.home.PrivateFiles;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.Assignment;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.signin.passwords.PasswordChange;
import vn.chieng.api.signin.secrets.Secrets;
import vn.chieng.api.signin.tokens.TokenStore;

/** Makes the first administrator, and what a demo or the launcher needs; secrets go to private files, never to the log. */
@Component
final class FirstAccounts implements ApplicationRunner {
    static final String ADMINISTRATOR = "admin";
    static final String FIRST_PASSWORD = "first-password";
    static final String DEMO_USERS = "demo-users.json";
    static final String CHECK_TOKEN = "check-token";
    /** Appraises dossiers in the demo, and operates a system of its own. */
    private static final String POLICE = "org-cong-an";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

    private final AccountStore accounts;
    private final PasswordChange passwords;
    private final TokenStore tokens;
    private final OrganizationDirectory organizations;
    private final Secrets secrets;
    private final PrivateFiles files;
    private final ApiSettings settings;
    private final SignInSettings signIn;
    private final JsonMapper json;
    private final Clock clock;

    /** A person of the demo. */
    private record Demo(String name, String displayName, Role role, String organizationId) {}

    FirstAccounts(
            AccountStore accounts,
            PasswordChange passwords,
            TokenStore tokens,
            OrganizationDirectory organizations,
            Secrets secrets,
            PrivateFiles files,
            ApiSettings settings,
            SignInSettings signIn,
            JsonMapper json,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.organizations = organizations;
        this.passwords = passwords;
        this.secrets = secrets;
        this.files = files;
        this.settings = settings;
        this.signIn = signIn;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        String root = organizations.root().id();
        if (!accounts.held(Role.ADMINISTRATOR, root, clock.instant())) {
            addAdministrator(root);
        }
        if (settings.demo() && !Files.exists(files.path(DEMO_USERS))) {
            addDemoUsers(root);
        }
        if (settings.checkToken()) {
            String token = secrets.token();
            var draft = new TokenStore.Draft(
                    "check",
                    Role.ANALYST,
                    root,
                    null,
                    clock.instant(),
                    clock.instant().plus(signIn.checkTokenLifetime()));
            tokens.put(draft, Secrets.sha256(token));
            files.write(CHECK_TOKEN, token + "\n");
        }
    }

    private void addAdministrator(String root) throws IOException {
        String password = secrets.password();
        // the file before the account: an account whose password nobody has could never be used
        files.write(FIRST_PASSWORD, password + "\n");
        put(
                new Demo(ADMINISTRATOR, "Quản trị viên", Role.ADMINISTRATOR, root),
                AccountKind.ADMINISTRATOR,
                password,
                true);
        LOG.atInfo()
                .addKeyValue("file.path", files.path(FIRST_PASSWORD).toString())
                .log("made the account admin; its one-time password is in the file");
    }

    private void addDemoUsers(String root) throws IOException {
        List<Map<String, String>> written = new ArrayList<>();
        for (Demo demo : List.of(
                new Demo("truong-soc", "Hoàng Gia Bảo", Role.SOC_LEAD, root),
                new Demo("phan-tich", "Nguyễn Văn An", Role.ANALYST, root),
                new Demo("chu-quan", "Lê Thị Bình", Role.OWNER, signIn.demoOwnerOrganization()),
                new Demo("van-hanh", "Võ Minh Đức", Role.OPERATOR, signIn.demoOwnerOrganization()),
                new Demo("tham-dinh", "Đặng Thu Hà", Role.APPRAISER, POLICE),
                new Demo("van-hanh-cong-an", "Bùi Quang Khải", Role.OPERATOR, POLICE),
                new Demo("lanh-dao", "Trần Quốc Cường", Role.LEADER, root),
                new Demo("phap-che", "Phạm Thị Lan", Role.LEGAL_EDITOR, root),
                new Demo("phap-che-2", "Ngô Đức Thịnh", Role.LEGAL_EDITOR, root))) {
            String password = secrets.password();
            put(demo, AccountKind.BUSINESS, password, false);
            written.add(Map.of(
                    "name",
                    demo.name(),
                    "password",
                    password,
                    "role",
                    demo.role().name()));
        }
        files.write(DEMO_USERS, json.writeValueAsString(written) + "\n");
    }

    private void put(Demo person, AccountKind kind, String password, boolean mustChange) {
        Account account = accounts.find(person.name())
                .or(() -> accounts.add(
                        new Account.Draft(
                                person.name(),
                                person.displayName(),
                                kind,
                                null,
                                null,
                                person.organizationId(),
                                "vi",
                                false),
                        clock.instant()))
                .orElseThrow();
        accounts.grant(
                new Assignment.Draft(account.id(), person.role(), person.organizationId(), null, null),
                clock.instant());
        passwords.set(account.id(), password, mustChange);
    }
}
