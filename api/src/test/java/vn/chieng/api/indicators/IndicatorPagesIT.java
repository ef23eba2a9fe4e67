package vn.chieng.api.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Role;

class IndicatorPagesIT extends ApiServers {
    private static final String PLACE = "/indicators/imports";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IndicatorEditor editor;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void forget() {
        jdbc.sql("delete from indicators where search_text like ?")
                .param("%" + mark + "%")
                .update();
        jdbc.sql("delete from indicator_imports").update();
    }

    @Test
    void aFileIsPreviewedAppliedPublishedAndWithdrawn() {
        String domain = "c2-" + mark + ".example";
        String job = upload("""
                value,type,source,confidence,level,valid_until,description
                c2-%s[.]EXAMPLE,domain,NCSC,90,high,,Máy chủ điều khiển
                10.0.0.1,ip,NCSC,90,high,,nội bộ
                c2-%s.example,,NCSC,90,high,,lặp lại
                nothing at all,,NCSC,,,,
                """.formatted(mark, mark));
        await().atMost(Duration.ofSeconds(20)).until(() -> page(job).contains("tile-number"));
        assertThat(page(job)).contains("Chờ áp dụng", "Địa chỉ nội bộ", "Lặp lại chỉ báo", "Không nhận ra");
        assertThat(page(job + "?show=added"))
                .contains("c2-" + mark + "[.]example")
                .doesNotContain(domain + "<");
        assertThat(count(domain)).isZero();

        assertThat(post(job + "/apply")).hasStatus(303);
        await().atMost(Duration.ofSeconds(20)).until(() -> page(job).contains("Đã áp dụng"));
        assertThat(count(domain)).isOne();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> String.valueOf(published().get("domain:" + domain)).contains("\"confidence\":90"));
        assertThat(page("/indicators?q=hxxp://&state=all")).doesNotContain(domain);
        assertThat(page("/indicators?q=c2-" + mark + "[.]example")).contains("c2-" + mark + "[.]example");

        long id = jdbc.sql("select id from indicators where value = ?")
                .param(domain)
                .query(Long.class)
                .single();
        assertThat(withdraw(id, 1, " ")).hasStatus(422);
        assertThat(withdraw(id, 7, "Báo động giả")).hasStatus(409);
        assertThat(withdraw(id, 1, "Báo động giả")).hasStatus(303);
        assertThat(withdraw(id, 2, "Lại")).hasStatus(409);
        await().atMost(Duration.ofSeconds(20)).until(() -> published().get("domain:" + domain) == null);
        assertThat(page("/indicators/" + id)).contains("Đã thu hồi", "Báo động giả");
        assertThat(jdbc.sql("select count(*) from audit_entries where object_type = 'indicator' and object_id = ?")
                        .param(String.valueOf(id))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theSameFileAgainChangesNothingAndANewEndChangesOne() {
        String file = "value;level\na-%s.example;low\nb-%s.example;low\n".formatted(mark, mark);
        String first = upload(file);
        await().atMost(Duration.ofSeconds(20)).until(() -> page(first).contains("tile-number"));
        post(first + "/apply");
        await().atMost(Duration.ofSeconds(20)).until(() -> page(first).contains("Đã áp dụng"));

        String second = upload(file.replace("b-" + mark + ".example;low", "b-" + mark + ".example;high"));
        await().atMost(Duration.ofSeconds(20)).until(() -> page(second).contains("tile-number"));
        assertThat(jdbc.sql(
                                "select added * 100 + changed * 10 + unchanged from indicator_imports order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(11);
    }

    @Test
    void whatIsOverIsTakenBackFromTheEngine() {
        jdbc.sql("insert into indicators (type, value, source, confidence, level, valid_until, description, changed_at,"
                        + " changed_by, search_text) values ('domain', :value, 's', 1, 'low', now() - interval '1 day', '',"
                        + " now(), 'm', :value)")
                .param("value", "old-" + mark + ".example")
                .update();
        editor.expire();
        assertThat(jdbc.sql("select expired_at is not null from indicators where value = ?")
                        .param("old-" + mark + ".example")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(page("/indicators?state=expired&q=old-" + mark)).contains("Hết hiệu lực");
    }

    @Test
    void aProgramSendsTheFileAsTheBody() {
        MvcTestResult sent = mvc.post()
                .uri("/api/v1/indicators/imports")
                .secure(true)
                .with(as(Role.SOC_LEAD))
                .with(csrf())
                .contentType("text/csv")
                .content("value\nhttp://x-%s.example/a\n".formatted(mark).getBytes(StandardCharsets.UTF_8))
                .exchange();
        assertThat(sent).hasStatus(202);
        String place = String.valueOf(sent.getResponse().getHeader("Location"));
        await().atMost(Duration.ofSeconds(20)).until(() -> page(place).contains("\"state\":\"ready\""));
        assertThat(page(place)).contains("\"added\":1");
        assertThat(mvc.post()
                        .uri("/api/v1/indicators/imports")
                        .secure(true)
                        .with(as(Role.SOC_LEAD))
                        .with(csrf())
                        .content("no header")
                        .exchange())
                .hasStatus(400);
    }

    private String upload(String csv) {
        MvcTestResult sent = mvc.post()
                .uri(PLACE)
                .multipart()
                .file(new MockMultipartFile("file", "list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .secure(true)
                .with(as(Role.SOC_LEAD))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303);
        return String.valueOf(sent.getResponse().getHeader("Location"));
    }

    private String page(String address) {
        return new String(
                mvc.get()
                        .uri(java.net.URI.create(address.replace("[", "%5B").replace("]", "%5D")))
                        .secure(true)
                        .with(as(Role.SOC_LEAD))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String address) {
        return mvc.post()
                .uri(address)
                .secure(true)
                .with(as(Role.SOC_LEAD))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult withdraw(long id, int version, String reason) {
        return mvc.post()
                .uri("/indicators/" + id + "/withdraw")
                .secure(true)
                .with(as(Role.SOC_LEAD))
                .with(csrf())
                .param("version", String.valueOf(version))
                .param("reason", reason)
                .exchange();
    }

    private int count(String value) {
        return jdbc.sql("select count(*) from indicators where value = ?")
                .param(value)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable String> published() {
        Map<String, @Nullable String> records = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka()), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPICS.indicators(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.put(record.key(), record.value()));
            }
        }
        return records;
    }
}
