package vn.chieng.api.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.StateHeader;
import vn.chieng.api.documents.Table;
import vn.chieng.law.pack.DossierContent;

class DossierFormsTest {
    @ParameterizedTest
    @ValueSource(strings = {"form-01", "form-02", "form-03", "form-04", "form-05", "form-06", "form-07"})
    void everyFormIsCompleteOverCompleteFacts(String form) {
        for (DocumentLanguage language : DocumentLanguage.values()) {
            FormPaper paper = SampleForms.form(form, language);
            assertThat(paper.gaps()).isEmpty();
            assertThat(String.join("\n", paper.document().texts())).doesNotContain("{", "}", "……");
        }
    }

    @Test
    void namesTheFieldsThatAreMissingAndSetsDotsInTheirPlace() {
        DossierFacts facts = SampleForms.facts();
        DossierFacts poor = new DossierFacts(
                new FormFrame(
                        null,
                        "Xã Giả Định",
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        new FormFrame.Signer(List.of(), null, null)),
                facts.owner(),
                facts.operator(),
                List.of(),
                List.of(),
                null,
                List.of(),
                DossierFacts.Appraisal.NONE,
                null,
                DossierFacts.Decision.NONE);
        assertThat(DossierForms.missing(SampleForms.PACK, "form-05", poor))
                .extracting(FormGap::field)
                .containsExactly("recipient", "systems", "appraisal", "proposal", "signature", "copies");
        FormPaper paper = DossierForms.build(
                        SampleForms.PACK, "form-05", poor, DocumentLanguage.VIETNAMESE, SampleForms.details())
                .orElseThrow();
        assertThat(paper.gaps()).isEqualTo(DossierForms.missing(SampleForms.PACK, "form-05", poor));
        assertThat(paper.document().texts()).contains("……………………", "Số: ………/………");
    }

    @Test
    void everyFormOfThePackButNoneOfTheOldOneCanBePrinted() {
        assertThat(DossierForms.printable(SampleForms.PACK, 3))
                .extracting(DossierContent.Form::number)
                .containsExactly("02", "03", "04", "05", "06", "07", "08");
        assertThat(DossierForms.printable(SampleForms.PACK, 1))
                .extracting(DossierContent.Form::number)
                .containsExactly("01", "04", "06", "08");
        assertThat(DossierForms.build(
                        SampleForms.pack("ND85-2016"),
                        "form-01",
                        SampleForms.facts(),
                        DocumentLanguage.VIETNAMESE,
                        SampleForms.details()))
                .isEmpty();
    }

    @Test
    void aDayBelowTenAndJanuaryAndFebruaryAreWrittenWithAZero() {
        StateHeader header = (StateHeader) SampleForms.form("form-01", DocumentLanguage.VIETNAMESE)
                .document()
                .blocks()
                .getFirst();
        assertThat(header.placeAndDate()).isEqualTo("Pleiku, ngày 05 tháng 02 năm 2026");
        assertThat(header.subject()).startsWith("V/v đề nghị thẩm định");
    }

    @Test
    void aDecisionNumbersItsArticlesAndIsAddressedToNobody() {
        List<String> texts = SampleForms.form("form-06", DocumentLanguage.VIETNAMESE)
                .document()
                .texts();
        assertThat(texts)
                .contains("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH", "QUYẾT ĐỊNH:")
                .anyMatch(text -> text.startsWith("Điều 1. "))
                .anyMatch(text -> text.startsWith("Điều 4. Quyết định này có hiệu lực"))
                .doesNotContain("Kính gửi:");
    }

    @ParameterizedTest
    @EnumSource
    void theDossierListsThreeHundredDevicesUnderTheColumnsOfThePack(DocumentLanguage language) {
        FormPaper paper =
                DossierForms.dossier(SampleForms.PACK, SampleForms.dossier(300), language, SampleForms.details());
        Table devices = paper.document().blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(devices.rows()).hasSize(300);
        assertThat(devices.columns()).hasSize(4);
        assertThat(paper.gaps())
                .extracting(gap -> gap.of() + "/" + gap.field())
                .contains("part-overview/beneficiaries", "part-regulation/number")
                .doesNotContain("part-overview/devices", "part-contract/contract");
    }

    @Test
    void hostileTextIsShownAndDoesNothing() {
        FormPaper paper = DossierForms.build(
                        SampleForms.PACK,
                        "form-06",
                        SampleForms.facts("<script>x</script> {owner} $1 \\ \u202Egnp.exe {0} '"),
                        DocumentLanguage.VIETNAMESE,
                        SampleForms.details())
                .orElseThrow();
        assertThat(paper.document().texts())
                .anyMatch(text -> text.contains("<script>x</script> {owner} $1 \\ [U+202E]gnp.exe {0} '"));
    }

    @Test
    void theSameFactsGiveTheSameFingerprintWhateverTheOrderOfTheirMap() {
        FormFacts one = new FormFacts(
                SampleForms.frame(), Map.of("total", new FormValue.Text("5"), "classified", new FormValue.Text("4")));
        FormFacts other = new FormFacts(
                SampleForms.frame(), Map.of("classified", new FormValue.Text("4"), "total", new FormValue.Text("5")));
        assertThat(fingerprint(one)).isEqualTo(fingerprint(other));
        assertThat(SampleForms.details().at()).isEqualTo(Instant.parse("2026-11-20T02:15:30Z"));
    }

    private static String fingerprint(FormFacts facts) {
        return DossierForms.build(
                        SampleForms.PACK, "form-08", facts, DocumentLanguage.VIETNAMESE, SampleForms.details())
                .orElseThrow()
                .document()
                .fingerprint();
    }
}
