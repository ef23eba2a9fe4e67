package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import vn.chieng.api.dossiers.content.CanonicalBytes;

class FilePagesIT extends OwnDossierPages {
    private static final String ZONES = "part-overview.zones";
    private static final String LOGS = "part-plan.group-08";

    @Test
    void aFileIsTakenOnlyWithTheStatementThatItHoldsNoStateSecret() throws IOException {
        var file = file("so-do.pdf");
        assertThat(upload(file, "false", "").getStatus()).isEqualTo(422);
        assertThat(beans.getBean(ReviewStore.class).files(id)).isEmpty();
        assertThat(upload(file, "true", "").getStatus()).isEqualTo(303);
        DossierFile held = onlyFile();
        MockHttpServletResponse read = get(own.writer, "/files/" + held.id());
        assertThat(read.getContentAsByteArray()).isEqualTo(file.getBytes());
        assertThat(read.getHeader("X-Chieng-Label")).isEqualTo(dossier().label());
    }

    @Test
    void theBundleListsEveryFileWithItsHashAndIsTheSameEachTime() throws IOException {
        assertThat(upload(file("so-do.pdf"), "true", "").getStatus()).isEqualTo(303);
        assertThat(upload(file("so-do.pdf"), "true", ZONES).getStatus()).isEqualTo(303);
        byte[] bundle = get(own.writer, "/hand-off").getContentAsByteArray();
        assertThat(get(own.writer, "/hand-off").getContentAsByteArray()).isEqualTo(bundle);
        Map<String, String> hashes = new HashMap<>();
        String manifest = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                hashes.put(entry.getName(), CanonicalBytes.sha256(content));
                manifest = new String(content, StandardCharsets.UTF_8);
            }
        }
        assertThat(hashes).containsKeys("manifest.json", "content.json");
        assertThat(hashes.keySet())
                .anyMatch(name -> name.endsWith("-dossier.pdf"))
                .anyMatch(name -> name.endsWith("-dossier.docx"))
                .satisfiesOnlyOnce(name -> assertThat(name).endsWith("so-do.pdf"));
        hashes.remove("manifest.json");
        assertThat(manifest).contains(hashes.keySet()).contains(hashes.values());
    }

    @Test
    void aFileOfASectionIsShownThereAndEnclosedInThePapers() throws IOException {
        MockHttpServletResponse answer = upload(file("vung-mang.png"), "true", ZONES);
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).endsWith("/sections/" + ZONES + "#files");
        assertThat(text(get(own.writer, "/sections/" + ZONES))).contains("vung-mang.png");
        assertThat(text(get(own.writer, "/sections/part-overview.devices"))).doesNotContain("vung-mang.png");
        assertThat(text(get(own.writer, ""))).contains("vung-mang.png", "Mục 1.4");
        assertThat(text(get(own.writer, "/review?item=" + ZONES))).contains("vung-mang.png");
        for (String form : Set.of("dossier", "form-02")) {
            try (var paper =
                    Loader.loadPDF(get(own.writer, "/papers/" + form + "/pdf").getContentAsByteArray())) {
                assertThat(new PDFTextStripper().getText(paper)).as(form).contains("vung-mang.png (Vùng mạng");
            }
        }
    }

    @Test
    void aFileThatAnswersARequirementStandsBesideIt() {
        String item = own.pack.requirements().items().stream()
                .filter(each -> each.levels().contains(3) && each.group().equals("group-08"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(upload(file("luu-nhat-ky.txt"), "true", LOGS + "/" + item).getStatus())
                .isEqualTo(303);
        assertThat(onlyFile().item()).isEqualTo(item);
        String page = text(get(own.writer, "/sections/" + LOGS));
        assertThat(page.indexOf("luu-nhat-ky.txt")).isLessThan(page.indexOf("c." + item + ".how"));
        assertThat(text(get(own.appraiser, "/review?item=" + LOGS))).contains("luu-nhat-ky.txt");
        assertThat(text(get(own.writer, "/papers/dossier"))).contains("luu-nhat-ky.txt");
    }

    @Test
    void aPlaceThatTheDossierDoesNotHaveIsRefused() {
        assertThat(upload(file("a.txt"), "true", "part-nowhere").getStatus()).isEqualTo(422);
        assertThat(upload(file("a.txt"), "true", LOGS + "/nothing").getStatus()).isEqualTo(422);
        assertThat(beans.getBean(ReviewStore.class).files(id)).isEmpty();
    }

    @Test
    void aSectionTakesNoFileOnceTheDossierIsSubmitted() {
        write();
        assertThat(upload(file("truoc.txt"), "true", ZONES).getStatus()).isEqualTo(303);
        move(own.writer, "submit", Map.of());
        assertThat(upload(file("sau.txt"), "true", ZONES).getStatus()).isEqualTo(409);
        assertThat(post(own.writer, "/files/" + onlyFile().id() + "/remove", Map.of("section", ZONES))
                        .getStatus())
                .isEqualTo(409);
        assertThat(onlyFile().name()).isEqualTo("truoc.txt");
    }

    private DossierFile onlyFile() {
        return beans.getBean(ReviewStore.class).files(id).getFirst();
    }

    private static MockMultipartFile file(String name) {
        return new MockMultipartFile(
                "file", name, "application/octet-stream", ("nội dung của " + name).getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse upload(MockMultipartFile file, String attested, String place) {
        return mvc.post()
                .uri("/dossiers/" + id + "/files")
                .multipart()
                .file(file)
                .param("attested", attested)
                .param("place", place)
                .secure(true)
                .with(as(own.writer))
                .with(csrf())
                .exchange()
                .getResponse();
    }
}
