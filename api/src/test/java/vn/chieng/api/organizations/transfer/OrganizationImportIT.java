package vn.chieng.api.organizations.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.organizations.OrganizationDirectory;
import vn.chieng.api.uploads.UploadState;

class OrganizationImportIT extends ApiServers {
    private static final String PLACE = "/admin/organizations/imports";
    private static final String ROOT = "org-tinh-gia-lai";
    private static final Pattern LINE = Pattern.compile("<td class=\"num\"><span>(\\d+)</span>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OrganizationDirectory directory;

    @Autowired
    private ImportStore imports;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void forgetWhatWasImported() {
        for (String table : List.of("organization_contacts", "organization_codes", "organization_predecessors")) {
            jdbc.sql("delete from " + table
                            + " where organization_id in (select id from organizations where name like ?)")
                    .param("%" + mark + "%")
                    .update();
        }
        jdbc.sql("delete from organizations where name like ?")
                .param("%" + mark + "%")
                .update();
        jdbc.sql("update organization_changes set version = version + 1").update();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).secure(true).with(as(Role.ADMINISTRATOR)).exchange();
    }

    private MvcTestResult post(String uri) {
        return mvc.post()
                .uri(uri)
                .secure(true)
                .with(as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult upload(byte[] content) {
        return mvc.post()
                .uri(PLACE)
                .multipart()
                .file(new MockMultipartFile("file", "C:\\tạm\\xã.csv", "text/csv", content))
                .secure(true)
                .with(as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
    }

    /** The address of an import that is ready to be looked at. */
    private String ready(String text) {
        MvcTestResult answer = upload(text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(303);
        String address = String.valueOf(answer.getResponse().getRedirectedUrl());
        until(address, UploadState.READY);
        return address;
    }

    private void until(String address, UploadState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(job(address).state()).isEqualTo(state));
    }

    private ImportJob job(String address) {
        return imports.find(Long.parseLong(address.substring(address.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private String thousandRows(Set<Integer> bad) {
        return "id;parent;kind;name;codes\n"
                + IntStream.range(2, 1002)
                        .mapToObj(line -> "new:%d;%s;%s;Đơn vị %d %s;it-%s=%d"
                                .formatted(line, ROOT, bad.contains(line) ? "town" : "unit", line, mark, mark, line))
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void ofAThousandRowsAllBadLinesAreShownAndTheOthersApplied() throws Exception {
        Set<Integer> bad = new TreeSet<>(
                IntStream.range(0, 37).map(i -> 3 + 27 * i).boxed().toList());
        String address = ready(thousandRows(bad));
        ImportJob job = job(address);
        assertThat(job.total()).isEqualTo(1000);
        assertThat(job.done()).isEqualTo(1000);
        assertThat(job.counts()).isEqualTo(new ImportJob.Counts(963, 0, 0, 37));
        assertThat(job.fileName()).isEqualTo("xã.csv");
        MvcTestResult page = get(address);
        assertThat(page).hasStatusOk().bodyText().contains("1.000 / 1.000 dòng", "Không có loại “town”");
        Set<Integer> shown = new TreeSet<>();
        LINE.matcher(page.getResponse().getContentAsString())
                .results()
                .forEach(line -> shown.add(Integer.valueOf(line.group(1))));
        assertThat(shown).isEqualTo(bad);
        assertThat(directory.find("new:2")).isEmpty();
        assertThat(names()).isZero();

        assertThat(get(address + "?show=added&page=10")).bodyText().contains("Đơn vị 1001 " + mark);
        assertThat(post(address + "/apply")).hasStatus(303);
        until(address, UploadState.APPLIED);
        assertThat(names()).isEqualTo(963);
        assertThat(job(address).done()).isLessThanOrEqualTo(963);
        assertThat(directory.within(new Scope.Everything()).stream()
                        .filter(each -> each.name(Locale.of("vi")).endsWith(mark)))
                .hasSize(963);
        assertThat(post(address + "/apply")).hasStatus(409);
    }

    private long names() {
        return jdbc.sql("select count(*) from organizations where name like ?")
                .param("%" + mark)
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsExportedAndImportedChangesNothing() throws Exception {
        for (String file : List.of("export.csv", "contacts.csv")) {
            jdbc.sql(
                            "insert into organization_contacts (organization_id, name, phone) values (?, ?, '+84 912 345 678')")
                    .param(ROOT)
                    .param("=Người " + mark)
                    .update();
            byte[] exported = get("/admin/organizations/" + file).getResponse().getContentAsByteArray();
            String address = ready(new String(exported, StandardCharsets.UTF_8));
            ImportJob job = job(address);
            assertThat(job.counts().bad()).as(file).isZero();
            assertThat(job.changes()).as(file).isZero();
            assertThat(job.counts().unchanged()).as(file).isEqualTo(job.total()).isPositive();
            assertThat(get(address)).bodyText().contains("Không có gì để áp dụng");
            jdbc.sql("delete from organization_contacts where name = ?")
                    .param("=Người " + mark)
                    .update();
        }
    }

    @Test
    void aComparisonThatTheTreeHasOutrunIsNotApplied() {
        String address = ready("id;parent;kind;name\n;" + ROOT + ";unit;Đơn vị " + mark);
        jdbc.sql("update organization_changes set version = version + 1").update();
        post(address + "/apply");
        until(address, UploadState.OUTDATED);
        assertThat(names()).isZero();
        assertThat(get(address)).bodyText().contains("sổ tổ chức thay đổi sau khi xem trước");
    }

    @Test
    void aDiscardedImportIsNotApplied() {
        String address = ready("id;parent;kind;name\n;" + ROOT + ";unit;Đơn vị " + mark);
        assertThat(post(address + "/discard")).hasStatus(303);
        assertThat(post(address + "/apply")).hasStatus(409);
        assertThat(names()).isZero();
    }

    @Test
    void oneRunsAtATimeAndAnAbandonedOneMakesRoom() {
        ImportJob running = imports.start(
                        "cũ.csv",
                        new byte[0],
                        caller(Role.ADMINISTRATOR, new Scope.Everything()),
                        java.time.Clock.systemUTC().instant())
                .orElseThrow();
        byte[] file = "id;name\n".getBytes(StandardCharsets.UTF_8);
        assertThat(upload(file)).hasStatus(422).bodyText().contains("Một lần nhập khác đang chạy");
        MvcTestResult page = get(PLACE + "/" + running.id());
        assertThat(page)
                .bodyText()
                .contains("hx-trigger=\"load delay:1s\"", "<progress", "Tải lại trang để xem tiến độ");
        jdbc.sql("update organization_imports set touched_at = touched_at - interval '3 minutes' where id = ?")
                .param(running.id())
                .update();
        assertThat(get(PLACE + "/" + running.id()))
                .bodyText()
                .contains("Bị gián đoạn")
                .doesNotContain("hx-trigger");
        assertThat(upload(file)).hasStatus(303);
        Awaitility.await().until(() -> imports.recent(1).getFirst().state() == UploadState.READY);
    }

    @Test
    void aFragmentIsAllThatIsAskedForWhileItRuns() {
        String address = ready("id;name\norg-nowhere;x");
        assertThat(mvc.get()
                        .uri(address + "?lang=en")
                        .secure(true)
                        .header("HX-Target", "import")
                        .with(as(Role.ADMINISTRATOR))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("There is no “org-nowhere”")
                .doesNotContain("<html");
    }

    @Test
    void aFileIsRefusedThatIsMissingTooLargeOrElsewhere() {
        assertThat(upload(new byte[0])).hasStatus(422).bodyText().contains("Hãy chọn một tệp");
        assertThat(upload(new byte[ImportPages.MOST_BYTES + 1]))
                .hasStatus(422)
                .bodyText()
                .contains("Tệp lớn hơn 5 MB");
        assertThat(mvc.post()
                        .uri(PLACE)
                        .secure(true)
                        .contentType("multipart/form-data; boundary=x")
                        .content(new byte[ImportPages.MOST_BYTES + 100_000])
                        .exchange())
                .hasStatus(303)
                .hasRedirectedUrl(PLACE + "?too-large=true");
        assertThat(get(PLACE + "?too-large=true")).bodyText().contains("Tệp lớn hơn 5 MB");
        assertThat(mvc.post()
                        .uri("/me")
                        .secure(true)
                        .contentType("multipart/form-data; boundary=x")
                        .content(new byte[10])
                        .exchange())
                .hasStatus(415);
    }

    @Test
    void onlyTheWholeProvinceImports() {
        String address = ready("id;name\n");
        for (var caller : List.of(
                as(Role.SOC_LEAD),
                as(Role.OWNER),
                as(Role.ADMINISTRATOR, new Scope.Organizations(Set.of("org-21553"))))) {
            for (String uri : List.of(PLACE, address)) {
                assertThat(mvc.get().uri(uri).secure(true).with(caller).exchange())
                        .as(uri)
                        .hasStatus(403);
            }
            for (String act : List.of("/apply", "/discard")) {
                assertThat(mvc.post()
                                .uri(address + act)
                                .secure(true)
                                .with(caller)
                                .with(csrf())
                                .exchange())
                        .as(act)
                        .hasStatus(403);
            }
        }
    }

    @Test
    void contactsAreImportedForTheBodiesTheyName() {
        String address = ready(
                "organization;contact;name;phone;phone_always\n" + ROOT + ";;Trực " + mark + ";'+84 912 345 678;yes");
        assertThat(job(address).counts().added()).isEqualTo(1);
        post(address + "/apply");
        until(address, UploadState.APPLIED);
        Map<String, Object> contact = jdbc.sql("select phone, always_reached from organization_contacts where name = ?")
                .param("Trực " + mark)
                .query()
                .singleRow();
        assertThat(contact).containsEntry("phone", "+84 912 345 678").containsEntry("always_reached", true);
        jdbc.sql("delete from organization_contacts where name = ?")
                .param("Trực " + mark)
                .update();
    }
}
