package vn.chieng.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.SystemStore;

class CoverageIT extends ApiServers {
    private static final String BODY = "org-so-tu-phap";
    private static final SignedIn OWNER = caller(Role.OWNER, new Scope.Organizations(Set.of(BODY)));
    private static final String FACTS = "/coverage/" + BODY + "/facts/";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CoverageStore store;

    @Autowired
    private Coverage coverage;

    @Autowired
    private MonthJob job;

    @Autowired
    private SystemStore systems;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatIsRecordedOfABodyIsShownWithItsDayAndWhoSaidSo() {
        int version = version(FactKind.LAYER_1);
        assertThat(record("layer_1", version, "partly", "20/11/2026", "Đủ người trực ban ngày")
                        .getStatus())
                .isEqualTo(303);
        CoverageFact fact = store.fact(BODY, FactKind.LAYER_1).orElseThrow();
        assertThat(fact.asOf()).isEqualTo("2026-11-20");
        assertThat(fact.version()).isEqualTo(version + 1);
        assertThat(text(get("/coverage/" + BODY)))
                .contains("Đủ người trực ban ngày", "20/11/2026", OWNER.displayName());
        assertThat(text(get("/coverage.csv"))).contains(BODY);
    }

    @Test
    void aFactFromAnOldPageIsAConflictThatShowsBoth() {
        int version = version(FactKind.ANTIVIRUS);
        assertThat(record("antivirus", version, "partly", "19/11/2026", "").getStatus())
                .isEqualTo(303);
        MockHttpServletResponse late = record("antivirus", version, "full", "20/11/2026", "");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("19/11/2026", "20/11/2026");
        assertThat(store.fact(BODY, FactKind.ANTIVIRUS).orElseThrow().state()).isEqualTo("partly");
    }

    @Test
    void aDayToComeAndAStateOfAnotherKindAreRefused() {
        int version = version(FactKind.LAYER_2);
        assertThat(record("layer_2", version, "good", "01/01/2199", "").getStatus())
                .isEqualTo(422);
        assertThat(record("layer_2", version, "full", "01/11/2026", "").getStatus())
                .isEqualTo(422);
        assertThat(record("scan", 0, "done", "01/11/2026", "").getStatus())
                .as("checks are recorded on a page of their own")
                .isEqualTo(422);
        assertThat(version(FactKind.LAYER_2)).isEqualTo(version);
    }

    @Test
    void theJobKeepsTheMonthAndALaterNightOfItTakesItsPlace() {
        Scope body = new Scope.Organizations(Set.of(BODY));
        job.keep();
        MonthCount before = store.months(body, 24).getLast();
        transactions.executeWithoutResult(_ -> systems.add(OperatingSystems.since(
                systems.nextCode(), "Hệ thống " + UUID.randomUUID(), BODY, LocalDate.of(2026, 11, 3))));
        job.keep();
        List<MonthCount> months = store.months(body, 24);
        assertThat(months.getLast().month()).isEqualTo(before.month());
        assertThat(months.getLast().operating()).isEqualTo(before.operating() + 1);
        assertThat(months.getLast().approved()).isEqualTo(before.approved());
        assertThat(coverage.starts(body, 24))
                .filteredOn(start -> start.month().equals(LocalDate.of(2026, 11, 1)))
                .singleElement()
                .satisfies(start -> assertThat(start.approvedBefore()).isZero());
        assertThat(text(get("/coverage"))).contains("11/2026", "Đã phê duyệt trước");
    }

    private int version(FactKind kind) {
        return store.fact(BODY, kind).map(CoverageFact::version).orElse(0);
    }

    private MockHttpServletResponse record(String kind, int version, String state, String day, String note) {
        var request = mvc.post().uri(FACTS + kind).secure(true).with(as(OWNER)).with(csrf());
        Map.of("version", String.valueOf(version), "state", state, "asOf", day, "note", note)
                .forEach(request::param);
        return request.exchange().getResponse();
    }

    private MockHttpServletResponse get(String address) {
        return mvc.get().uri(address).secure(true).with(as(OWNER)).exchange().getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
