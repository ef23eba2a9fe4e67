package vn.chieng.api.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.access.SignedIn;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Rule;

class LawEditingIT extends LegalEditors {
    private final String pack =
            "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @Test
    void aDraftCountsOnceSomebodyElseApprovedIt() {
        String draft = opened("ND331-2026", "1.0", pack);
        assertThat(get(AUTHOR, draft).getResponse().getStatus()).isEqualTo(200);
        String head = text(draft, "pack.yml").replace("effective-from: 2026-08-19", "effective-from: 2099-01-01");
        assertThat(post(AUTHOR, draft + "/files/pack.yml", "text", head)).isEqualTo(303);
        assertThat(post(AUTHOR, draft + "/verify", "rule", "c1-internal-public", "source", "Công báo 123"))
                .isEqualTo(303);
        assertThat(post(AUTHOR, draft + "/submit")).isEqualTo(303);
        assertThat(post(AUTHOR, draft + "/approve")).as("own work").isEqualTo(409);
        assertThat(law.packs().latest(pack)).isEmpty();
        assertThat(post(SECOND, draft + "/approve", "reason", "Đã đối chiếu")).isEqualTo(303);
        LawPack published = law.packs().latest(pack).orElseThrow();
        assertThat(published.version()).hasToString(pack + " 1.0");
        assertThat(published
                        .rule("c1-internal-public")
                        .map(Rule::basis)
                        .orElseThrow()
                        .verified())
                .hasToString("Verification[by=Trần Thị Soạn, on="
                        + LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")) + ", source=Công báo 123]");
        assertThat(audited(draft))
                .contains("lawdraft.opened", "lawdraft.changed", "lawdraft.submitted", "lawdraft.approved");
    }

    @Test
    void textThatIsWrongIsKeptAndNamedButNotSubmitted() {
        String draft = opened("ND331-2026", "1.0", pack);
        String wrong = text(draft, "retention.yml") + "\nlogz: []\n";
        assertThat(post(AUTHOR, draft + "/files/retention.yml", "text", wrong)).isEqualTo(303);
        assertThat(body(get(AUTHOR, draft + "/files/retention.yml")))
                .contains("logz: []")
                .contains("unknown key &quot;logz&quot;");
        assertThat(post(AUTHOR, draft + "/submit")).isEqualTo(422);
    }

    @Test
    void whoComesSecondLosesNothing() {
        String draft = opened("ND331-2026", "1.0", pack);
        String before = text(draft, "retention.yml");
        assertThat(write(SECOND, draft, "retention.yml", 1, before + "# của Duyệt\n"))
                .isEqualTo(303);
        MvcTestResult late = mvc.post()
                .uri(draft + "/files/retention.yml")
                .secure(true)
                .with(as(AUTHOR))
                .with(csrf())
                .param("version", "1")
                .param("text", before + "# của Soạn\n")
                .exchange();
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(body(late)).contains("# của Soạn").contains("# của Duyệt");
    }

    @Test
    void aReturnNeedsAReasonAndOpensTheDraftAgain() {
        String draft = opened("ND331-2026", "1.0", pack);
        assertThat(post(AUTHOR, draft + "/submit")).isEqualTo(303);
        assertThat(post(SECOND, draft + "/return")).isEqualTo(422);
        assertThat(post(SECOND, draft + "/return", "reason", "Thiếu căn cứ")).isEqualTo(303);
        assertThat(body(get(AUTHOR, draft))).contains("Thiếu căn cứ").contains("/submit");
    }

    @Test
    void goingBackIsANewVersionThatSomebodyElseApproves() {
        publish(opened("ND331-2026", "1.0", pack));
        String second = opened(pack, "1.0", null);
        assertThat(post(AUTHOR, second + "/files/retention.yml", "text", "")).isEqualTo(303);
        publish(second);
        assertThat(law.packs().latest(pack).orElseThrow().retention().logs()).isEmpty();
        publish(opened(pack, "1.0", null));
        LawPack now = law.packs().latest(pack).orElseThrow();
        assertThat(now.version()).hasToString(pack + " 1.2");
        assertThat(now.retention().logs()).isNotEmpty();
        assertThat(body(get(AUTHOR, "/law/packs/" + pack + "/difference?from=1.1&to=1.2")))
                .contains("logs-level-3");
    }

    @Test
    void aReadOnlyPackGetsNoNewVersion() {
        MvcTestResult asked = open("ND85-2016", "1.0", "");
        assertThat(asked.getResponse().getRedirectedUrl()).isEqualTo("/law/packs/ND85-2016");
    }

    @Test
    void aBrokenStoredPackIsNamedAndTheOthersStay() {
        publish(opened("ND331-2026", "1.0", pack));
        jdbc.sql("""
                        insert into law_packs (pack, version, files, draft_id, published_at)
                        select pack, '9.9', '{"pack.yml": "schema: 7"}', draft_id, now() from law_packs where pack = ?""").param(pack).update();
        law.refresh(stored);
        assertThat(law.packs().latest(pack).orElseThrow().version()).hasToString(pack + " 1.0");
        assertThat(law.refused()).extracting(LoadedLaw.Refused::what).containsExactly(pack + " 9.9");
        assertThat(body(get(AUTHOR, "/law"))).contains(pack + " 9.9");
    }

    @Test
    void theRulesOfAPackAreFoundWithoutAccents() {
        assertThat(body(get(AUTHOR, "/law/packs/ND331-2026?q=thu%20tuc%20hanh%20chinh")))
                .contains("c3-administrative-procedures")
                .contains("NĐ 331 Điều 13 khoản 2 điểm b");
        assertThat(body(get(AUTHOR, "/law/due?pack=ND331-2026&limit=appraisal-3&from=13/02/2026")))
                .contains("13/03/2026")
                .contains("Tết Nguyên đán Bính Ngọ");
    }

    private void publish(String draft) {
        assertThat(post(AUTHOR, draft + "/submit")).isEqualTo(303);
        assertThat(post(SECOND, draft + "/approve")).isEqualTo(303);
    }

    private MvcTestResult open(String from, String base, String newPack) {
        return mvc.post()
                .uri("/law/packs/" + from + "/drafts")
                .secure(true)
                .with(as(AUTHOR))
                .with(csrf())
                .param("base", base)
                .param("newPack", newPack)
                .param("summary", "Thử nghiệm")
                .exchange();
    }

    /** The address of the new draft. */
    private String opened(String from, String base, @org.jspecify.annotations.Nullable String newPack) {
        return Objects.requireNonNull(
                open(from, base, newPack == null ? "" : newPack).getResponse().getRedirectedUrl());
    }

    private String text(String draft, String file) {
        return new PackTexts(tools.jackson.databind.json.JsonMapper.builder().build())
                .read(jdbc.sql("select files from law_drafts where id = ?::uuid")
                        .param(id(draft))
                        .query(String.class)
                        .single())
                .getOrDefault(file, "");
    }

    private static String id(String draft) {
        return draft.substring("/law/drafts/".length());
    }

    private int post(SignedIn by, String address, String... parameters) {
        String draft = address.split("/", -1)[3];
        int version = jdbc.sql("select row_version from law_drafts where id = ?::uuid")
                .param(draft)
                .query(Integer.class)
                .single();
        return send(by, address, String.valueOf(version), parameters);
    }

    private int write(SignedIn by, String draft, String file, int version, String text) {
        return send(by, draft + "/files/" + file, String.valueOf(version), "text", text);
    }

    private List<String> audited(String draft) {
        return jdbc.sql("select action from audit_entries where object_id = ?")
                .param(id(draft))
                .query(String.class)
                .list();
    }
}
