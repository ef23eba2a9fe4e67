package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.SectionContent;

class SectionPagesIT extends OwnDossierPages {
    @Test
    void twoPeopleEditingTheSameSectionLoseNothing() {
        StoredSection start = store.section(id, "part-overview");
        SignedIn second = OwnDossier.person(
                9011, vn.chieng.api.access.Role.OPERATOR, own.writer.organizationId(), own.writer.scope());
        String version = String.valueOf(start.version());
        assertThat(post(
                                own.writer,
                                "/sections/part-overview",
                                Map.of("version", version, "f.scope", "Của người thứ nhất"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(post(
                                second,
                                "/sections/part-overview",
                                Map.of("version", version, "f.physical-model", "Hai máy chủ"))
                        .getStatus())
                .as("another field is merged")
                .isEqualTo(303);
        MockHttpServletResponse clash =
                post(second, "/sections/part-overview", Map.of("version", version, "f.scope", "Của người thứ hai"));
        assertThat(clash.getStatus()).isEqualTo(409);
        assertThat(text(clash)).contains("Của người thứ nhất", "Của người thứ hai");
        SectionContent held = store.section(id, "part-overview").content();
        assertThat(held.text("scope")).isEqualTo("Của người thứ nhất");
        assertThat(held.text("physical-model")).isEqualTo("Hai máy chủ");
        assertThat(text(get(second, "/sections/part-overview/versions"))).contains("Của người thứ nhất");
    }

    @Test
    void threeHundredDevicesAreImportedWithPreviewAndSavedWithinTheBudget() throws IOException {
        write();
        StringBuilder csv = new StringBuilder("name;location;purpose\n");
        for (int i = 1; i <= 300; i++) {
            csv.append("Máy chủ ")
                    .append(i)
                    .append(";Tủ ")
                    .append(i % 20)
                    .append(";Ứng dụng ")
                    .append(i)
                    .append('\n');
        }
        var file = new org.springframework.mock.web.MockMultipartFile(
                "file", "devices.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse look = mvc.post()
                .uri("/dossiers/" + id + "/sections/part-overview.devices/import")
                .multipart()
                .file(file)
                .secure(true)
                .with(as(own.writer))
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(look.getStatus()).as(text(look)).isEqualTo(200);
        assertThat(text(look)).contains("Máy chủ 300");
        Map<String, String> taking = Map.of(
                "version",
                String.valueOf(store.section(id, "part-overview.devices").version()),
                "upload",
                text(look).replaceFirst("(?s).*name=\"upload\" value=\"([^\"]+)\".*", "$1"),
                "replace",
                "true");
        assertThat(post(own.appraiser, "/sections/part-overview.devices/import/apply", taking)
                        .getStatus())
                .as("what somebody else uploaded")
                .isNotEqualTo(303);
        assertThat(post(own.writer, "/sections/part-overview.devices/import/apply", taking)
                        .getStatus())
                .isEqualTo(303);
        assertThat(post(own.writer, "/sections/part-overview.devices/import/apply", taking)
                        .getStatus())
                .as("taken twice")
                .isEqualTo(422);
        String device = store.section(id, "part-overview.devices")
                .content()
                .rows()
                .get(6)
                .key();
        get(own.writer, "/papers/dossier");
        Duration preview = timed(() -> get(own.writer, "/papers/dossier"));
        Duration save = timed(() -> post(
                own.writer,
                "/sections/part-overview.devices",
                Map.of(
                        "version",
                        String.valueOf(
                                store.section(id, "part-overview.devices").version()),
                        "c." + device + ".name",
                        "Máy chủ số bảy")));
        System.out.println("preview " + preview.toMillis() + " ms, save " + save.toMillis() + " ms");
        assertThat(store.section(id, "part-overview.devices").content().rows()).hasSize(300);
        assertThat(preview).isLessThan(Duration.ofSeconds(5));
        assertThat(save).isLessThan(Duration.ofMillis(300));
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void whatIsIncompleteIsKeptButIsNotDone() {
        StoredSection start = store.section(id, "part-overview");
        MockHttpServletResponse answer = post(
                own.writer,
                "/sections/part-overview",
                Map.of(
                        "version", String.valueOf(start.version()),
                        "f.scope", "Toàn tỉnh",
                        "done", "true"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("#f.owner-address", "Chưa nhập: Chủ quản: địa chỉ");
        StoredSection held = store.section(id, "part-overview");
        assertThat(held.content().text("scope")).isEqualTo("Toàn tỉnh");
        assertThat(held.done()).isFalse();
    }

    @Test
    void aDayThatNobodyCanReadIsNamedAtItsPlace() {
        String item = own.pack.requirements().items().stream()
                .filter(each -> each.levels().contains(3) && each.group().equals("group-01"))
                .findFirst()
                .orElseThrow()
                .id();
        MockHttpServletResponse answer = post(
                own.writer,
                "/sections/part-plan.group-01",
                Map.of("version", "0", "c." + item + ".answer", "met", "c." + item + ".due", "cuối năm"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("#c." + item + ".due", "cuối năm");
    }

    @Test
    void sectionsAreCopiedFromAnEarlierDossierWithWhatWouldGiveWay() {
        write();
        UUID source = id;
        open();
        String page = text(get(own.writer, "/copy?from=" + source));
        assertThat(page).contains("part-overview.devices", "Thay nội dung đang có");
        assertThat(post(own.writer, "/copy", Map.of("from", source.toString())).getStatus())
                .as("nothing is chosen")
                .isEqualTo(422);
        assertThat(post(own.writer, "/copy", Map.of("from", source.toString(), "section", "part-overview.devices"))
                        .getStatus())
                .isEqualTo(303);
        StoredSection copied = store.section(id, "part-overview.devices");
        assertThat(copied.content())
                .isEqualTo(store.section(source, "part-overview.devices").content());
        assertThat(copied.done()).isFalse();
        assertThat(copied.reusedFrom())
                .isEqualTo(store.find(source, new vn.chieng.api.access.Scope.Everything())
                        .orElseThrow()
                        .number());
        SignedIn stranger = OwnDossier.person(
                9012,
                vn.chieng.api.access.Role.OPERATOR,
                "org-21583",
                new vn.chieng.api.access.Scope.Organizations(Set.of("org-21583")));
        assertThat(get(stranger, "/copy?from=" + source).getStatus()).isEqualTo(404);
    }
}
