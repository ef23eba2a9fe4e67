package vn.chieng.api.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.chieng.api.documents.Pictures;
import vn.chieng.api.documents.RenderedFiles;
import vn.chieng.api.documents.pdf.PdfText;

/** A dossier as a province hands it in: 300 devices, every requirement of its level answered, and more than forty pages. */
class LargeDossierIT extends OwnDossierPages {
    @Test
    void fortyPagesAreSavedLookedAtAndPrintedWithinTheBudgets() throws IOException {
        new LargeDossier(own)
                .typed(store.sections(id))
                .forEach((key, typed) -> assertThat(writing.save(id, key, typed, own.writer))
                        .as(key)
                        .isInstanceOf(DossierOutcome.Done.class));
        pdf();
        preview();
        Duration save = timed(this::save);
        Duration preview = timed(this::preview);
        Duration printing = timed(this::pdf);
        MockHttpServletResponse file = pdf();
        int pages = PdfText.pages(file.getContentAsByteArray());
        System.out.printf(
                "%d pages, %d bytes: save %d ms, preview %d ms, PDF %d ms%n",
                pages, file.getContentAsByteArray().length, save.toMillis(), preview.toMillis(), printing.toMillis());
        Pictures.draw("large", file.getContentAsByteArray());
        assertThat(pages).isGreaterThanOrEqualTo(40);
        assertThat(file.getContentLength()).isEqualTo(file.getContentAsByteArray().length);
        assertThat(RenderedFiles.squeezed(PdfText.of(file.getContentAsByteArray())))
                .contains(RenderedFiles.squeezed("Camera, tầng 4, vị trí 300"));
        assertThat(save).isLessThan(Duration.ofMillis(300));
        assertThat(preview).isLessThan(Duration.ofSeconds(5));
        assertThat(printing).isLessThan(Duration.ofSeconds(5));
    }

    private void save() {
        StoredSection devices = store.section(id, "part-overview.devices");
        String row = devices.content().rows().get(6).key();
        Map<String, String> form = Map.of(
                "version",
                String.valueOf(devices.version()),
                "c." + row + ".name",
                "Chuyển mạch truy cập, tầng 1, vị trí 7",
                "c." + row + ".location",
                "Trung tâm dữ liệu tỉnh, tủ 8",
                "c." + row + ".purpose",
                "Nối máy trạm, thay ngày 20/11/2026");
        assertThat(post(own.writer, "/sections/part-overview.devices", form).getStatus())
                .isEqualTo(303);
    }

    private void preview() {
        assertThat(text(get(own.writer, "/papers/dossier"))).contains("Camera, tầng 4, vị trí 300");
    }

    private MockHttpServletResponse pdf() {
        MockHttpServletResponse file = get(own.writer, "/papers/dossier/pdf");
        assertThat(file.getStatus()).isEqualTo(200);
        return file;
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
