package vn.chieng.api.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chieng.api.identity.Folk.OTHER;
import static vn.chieng.api.identity.Folk.OWN;
import static vn.chieng.api.identity.Folk.ROOT;

import java.text.Normalizer;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.identity.Account;
import vn.chieng.api.identity.AccountKind;
import vn.chieng.api.identity.AccountStore;
import vn.chieng.api.identity.ActingRights;
import vn.chieng.api.identity.Folk;
import vn.chieng.api.identity.Visitor;

class PeopleListIT extends ApiServers {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private ActingRights rights;

    private Folk folk;
    private Visitor visitor;
    private SignedIn root;
    private SignedIn local;

    @BeforeEach
    void administrators() {
        folk = new Folk(accounts, rights, Clock.systemUTC());
        visitor = new Visitor(mvc);
        root = folk.acting(Role.ADMINISTRATOR, ROOT);
        local = folk.acting(Role.ADMINISTRATOR, OWN);
    }

    @Test
    void searchFindsWithAndWithoutAccentsAndInDecomposedLetters() {
        String mark = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        folk.person(
                AccountKind.BUSINESS,
                OWN,
                "Đỗ " + mark + " Hường",
                Clock.systemUTC().instant());
        for (String typed : new String[] {
            "do " + mark + " huong", "Đỗ " + mark, Normalizer.normalize("Đỗ " + mark + " Hường", Normalizer.Form.NFD)
        }) {
            assertThat(list(typed)).bodyText().as(typed).contains(mark + " Hường</a>");
        }
        assertThat(list("Đô " + mark)).bodyText().doesNotContain(mark + " Hường</a>");
    }

    @Test
    void fieldsOfTheQueryAndItsMistakesAreThoseOfEveryList() {
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        String link = "/admin/users/" + person.id() + "\"";
        for (String query : new String[] {
            "account:" + person.name(),
            "account:" + person.name() + " kind:business NOT state:disabled",
            "taikhoan:" + person.name() + " donvi:" + OWN,
            "account:" + person.name() + " created:>=now-1d",
            "account:" + person.name() + " NOT role:administrator"
        }) {
            assertThat(list(query)).bodyText().as(query).contains(link);
        }
        assertThat(list("account:" + person.name() + " state:disabled"))
                .bodyText()
                .doesNotContain(link);
        assertThat(list("state:lost")).hasStatus(200).bodyText().contains("id=\"q-problem\"", "active, idle, disabled");
        assertThat(visitor.get("/api/v1/accounts?q=state:lost", root)).hasStatus(400);
        assertThat(visitor.get("/api/v1/accounts/completions?q=vai", root)).hasStatus(200);
    }

    @Test
    void whoMayNotReadPersonalDataCannotFeelTheWayAlongAMailAddress() {
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        SignedIn auditor = folk.acting(Role.AUDITOR, ROOT);
        String query = "account:" + person.name() + " mail:*" + person.mail().substring(1);
        assertThat(accounts(query, root)).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(accounts(query, auditor))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void theAuditorSeesPeopleWithMailAndTelephoneMasked() {
        Account person = folk.person(AccountKind.BUSINESS, OWN);
        SignedIn auditor = folk.acting(Role.AUDITOR, ROOT);
        String path = "/admin/users/" + person.id();
        assertThat(visitor.get(path, auditor))
                .hasStatusOk()
                .bodyText()
                .contains("n•••@example.vn")
                .doesNotContain("nguoi.thu@example.vn")
                .doesNotContain("123 4567")
                .doesNotContain("/disable");
        assertThat(visitor.get(path, local)).bodyText().contains("nguoi.thu@example.vn");
        assertThat(visitor.get("/api/v1/accounts/" + person.id(), auditor))
                .bodyJson()
                .extractingPath("$.mail")
                .isEqualTo("n•••@example.vn");
        assertThat(download("/admin/users/export?q=" + person.name(), auditor))
                .contains("n•••@example.vn")
                .doesNotContain("nguoi.thu");
        assertThat(visitor.post(path + "/disable", auditor, "version", "1", "reason", "vì"))
                .hasStatus(403);
        assertThat(visitor.get(path + "/edit", auditor)).hasStatus(403);
    }

    @Test
    void whatAnotherHandWroteIsShownHarmlesslyAndIsNoFormulaInAFile() {
        Account hostile = folk.person(
                AccountKind.BUSINESS,
                OWN,
                "=1+1<script>alert(1)</script>\u202E",
                Clock.systemUTC().instant());
        folk.role(hostile, Role.OWNER, OWN);
        for (String path : new String[] {"/admin/users?q=" + hostile.name(), "/admin/users/" + hostile.id()}) {
            assertThat(visitor.get(path, local))
                    .hasStatusOk()
                    .bodyText()
                    .contains("&lt;script&gt;")
                    .contains("⟨U+202E⟩")
                    .doesNotContain("<script>alert")
                    .doesNotContain("\u202E");
        }
        assertThat(download("/admin/users/export?q=" + hostile.name(), local))
                .startsWith("\uFEFFTên đăng nhập;Họ tên;")
                .contains(";'=1+1<script>")
                .contains("Chủ quản hệ thống thông tin");
        assertThat(download("/admin/roles/export", local))
                .contains("'=1+1<script>")
                .contains(hostile.name());
    }

    @Test
    void filesHoldNothingOutOfScope() {
        Account foreign = folk.person(AccountKind.BUSINESS, OTHER);
        folk.role(foreign, Role.OWNER, OTHER);
        assertThat(download("/admin/users/export", local)).doesNotContain(foreign.name());
        assertThat(download("/admin/roles/export", local)).doesNotContain(foreign.name());
        assertThat(download("/admin/roles/export", root)).contains(foreign.name());
    }

    @Test
    void theTableOfRolesIsMadeFromTheRolesAndCountsWhoHoldsThem() {
        assertThat(visitor.get("/admin/roles", root))
                .hasStatusOk()
                .bodyText()
                .contains("Kiểm toán viên")
                .contains("Ủy quyền vai trò")
                .contains("/admin/users?role=AUDITOR");
        assertThat(visitor.get("/admin/roles", folk.acting(Role.OWNER, OWN))).hasStatus(403);
    }

    @Test
    void filtersThatAreNotUnderstoodAreRefusedByName() {
        assertThat(visitor.get("/api/v1/accounts?role=KING", root)).hasStatus(400);
        assertThat(visitor.get("/api/v1/accounts?limit=201", root)).hasStatus(400);
        assertThat(visitor.get("/admin/users?state=none", root)).hasStatus(400);
        assertThat(visitor.get("/admin/users?organization=" + OTHER + "&kind=business&sort=signed-in&lang=en", local))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody found");
    }

    @Test
    void theListIsSortedByGivenNameAndFilteredByRole() {
        String mark = "M" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        Account last = folk.person(
                AccountKind.BUSINESS, OWN, mark + " An Yến", Clock.systemUTC().instant());
        Account first = folk.person(
                AccountKind.BUSINESS, OWN, mark + " Yến Ân", Clock.systemUTC().instant());
        folk.person(
                AccountKind.BUSINESS, OWN, mark + " Bình Đan", Clock.systemUTC().instant());
        folk.role(last, Role.CONTACT, OWN);
        String page = Visitor.text(list(mark));
        assertThat(page).containsSubsequence("Yến Ân</a>", "Bình Đan</a>", "An Yến</a>");
        assertThat(Visitor.text(visitor.get("/admin/users?role=CONTACT&q=" + mark, local)))
                .contains("An Yến</a>")
                .doesNotContain("Yến Ân</a>");
        assertThat(visitor.get("/api/v1/accounts?limit=1&q=" + mark, local))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo((int) first.id());
    }

    private MvcTestResult list(String typed) {
        return mvc.get()
                .uri("/admin/users")
                .param("q", typed)
                .secure(true)
                .with(Folk.as(local))
                .exchange();
    }

    private String download(String path, SignedIn by) {
        MvcTestResult result = visitor.get(path, by);
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        return Visitor.text(result);
    }

    private MvcTestResult accounts(String query, SignedIn by) {
        return mvc.get()
                .uri("/api/v1/accounts")
                .param("q", query)
                .secure(true)
                .with(as(by))
                .exchange();
    }
}
