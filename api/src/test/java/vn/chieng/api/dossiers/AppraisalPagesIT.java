package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page of an appraisal lets through and compares. */
class AppraisalPagesIT extends OwnDossierPages {
    @Test
    void whatWasChangedAfterItWasLookedAtIsComparedWithThatVersion() {
        write();
        move(own.writer, "submit", Map.of());
        move(own.appraiser, "accept", Map.of());
        post(own.appraiser, "/findings", Map.of("section", "part-overview", "finding", "MET"));
        post(own.appraiser, "/remarks", Map.of("section", "part-design", "text", "Thiếu sơ đồ luồng dữ liệu"));
        move(own.appraiser, "send-back", Map.of("text", "Bổ sung thiết kế"));
        int before = store.section(id, "part-design").version();
        assertThat(post(
                                own.writer,
                                "/sections/part-design",
                                Map.of(
                                        "version", String.valueOf(before),
                                        "f.kind", "Đang vận hành: thiết kế thi công được duyệt",
                                        "f.documents", "Sơ đồ luồng dữ liệu bản mới"))
                        .getStatus())
                .isEqualTo(303);

        String page = text(get(own.appraiser, "/review?item=part-design"));
        assertThat(page)
                .contains("Thay đổi từ bản " + before + " đến bản " + (before + 1))
                .containsPattern("<del[^>]*>Thiết kế thi công nền tảng[^<]*</del>")
                .containsPattern("<ins[^>]*>Sơ đồ luồng dữ liệu bản mới</ins>");
        assertThat(items(text(get(own.appraiser, "/review?only=changed"))))
                .as("only what was saved after it was looked at")
                .containsExactly("part-design");
        assertThat(items(text(get(own.appraiser, "/review?only=open")))).containsExactly("part-design");
        assertThat(items(text(get(own.appraiser, "/review?only=unseen"))))
                .contains("part-level", "part-design")
                .doesNotContain("part-overview");
        assertThat(text(get(own.appraiser, "/review?item=part-overview")))
                .as("nothing was changed since")
                .doesNotContain("Thay đổi từ bản");
        assertThat(text(get(own.appraiser, "/review?item=part-design&from=99")))
                .as("a version that is not there")
                .doesNotContain("Thay đổi từ bản");
    }

    private static java.util.List<String> items(String page) {
        return java.util.regex.Pattern.compile("/review\\?item=([a-z0-9.-]+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
