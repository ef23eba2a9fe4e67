package vn.chieng.api.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chieng.api.documents.Table.Alignment;
import vn.chieng.api.documents.Table.Column;

class DocumentTest {

    @Test
    void refusesAHeadingWhoseParentIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDocuments.of(new Heading(1, "A"), new Heading(3, "B")))
                .withMessage("heading of level 3 without one above it: B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDocuments.of(new Heading(1, "A"), new DocumentTitle("B", null)));
    }

    @Test
    void refusesARowThatIsNarrowerThanItsTable() {
        List<Column> columns = List.of(new Column(1, Alignment.LEFT), new Column(1, Alignment.LEFT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(null, columns, List.of(Table.Row.of("A", "B")), List.of(Table.Row.of("1"))))
                .withMessage("a row of 1 columns in a table of 2");
    }

    @Test
    void refusesMoreThanItsLimits() {
        String tooLong = "a".repeat(Limits.TEXT + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Run.plain(tooLong));
        List<Block> tooMuchText =
                Collections.nCopies(Limits.ALL_TEXT / Limits.TEXT + 1, Paragraph.of("a".repeat(Limits.TEXT)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDocuments.of(tooMuchText.toArray(Block[]::new)))
                .withMessageStartingWith("characters in all");
        List<Table.Row> rows = Collections.nCopies(Limits.ROWS, Table.Row.of("1"));
        Table table = new Table(null, List.of(new Column(1, Alignment.LEFT)), List.of(Table.Row.of("A")), rows);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDocuments.of(table, table, table))
                .withMessageStartingWith("rows in all tables");
        assertThatIllegalArgumentException().isThrownBy(() -> SampleDocuments.of());
    }

    @Test
    void marksNothingAsAStateSecret() {
        for (String words : List.of("Mật", "TỐI MẬT", "tuyệt mật", "Tối mật")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Marking(Marking.Tlp.RED, words));
        }
        assertThat(new Marking(Marking.Tlp.AMBER_STRICT, "Lưu hành nội bộ").line())
                .isEqualTo("TLP:AMBER+STRICT · Lưu hành nội bộ");
    }

    @Test
    void keepsTextComposedAndShowsWhatWouldHide() {
        assertThat(Run.plain("Vie\u0323\u0302t").text()).isEqualTo("Việt");
        assertThat(Run.plain("pay\u200bpal\ufeff so\u00adft").text()).isEqualTo("paypal soft");
        assertThat(Run.plain("a\u202egnp.exe").text()).isEqualTo("a[U+202E]gnp.exe");
        assertThat(Run.plain("a\u0000b\u0007\u001b[31m\u0085").text())
                .isEqualTo("a[U+0000]b[U+0007][U+001B][31m[U+0085]");
        assertThat(Run.plain("a\ud800b\uffff").text()).isEqualTo("a\ufffdb\ufffd");
        assertThat(Run.plain("a\r\nb\rc\u2028d\te").text()).isEqualTo("a\nb\nc\nd e");
    }

    @Test
    void dividesAWidthWithNothingLeftOver() {
        List<Column> columns = IntStream.of(1, 1, 1, 7, 3)
                .mapToObj(share -> new Column(share, Alignment.LEFT))
                .toList();
        Table table = new Table(null, columns, List.of(Table.Row.of("", "", "", "", "")), List.of());
        assertThat(IntStream.of(table.widthsOf(9071)).sum()).isEqualTo(9071);
        assertThat(IntStream.of(table.widthsOf(100))).containsExactly(7, 8, 8, 53, 24);
    }

    @Test
    void putsRecipientsLeftAndAnOddSignatureRight() {
        Closing.Signature a = new Closing.Signature(List.of(), "A", null, null);
        Closing.Signature b = new Closing.Signature(List.of(), "B", null, null);
        Closing.Side nothing = new Closing.Nothing();
        Closing.Side recipients = new Closing.Recipients(List.of("Lưu"));
        assertThat(new Closing(List.of(), List.of(a)).pairs()).containsExactly(new Closing.Pair(nothing, a));
        assertThat(new Closing(List.of(), List.of(a, b)).pairs()).containsExactly(new Closing.Pair(a, b));
        assertThat(new Closing(List.of("Lưu"), List.of(a)).pairs()).containsExactly(new Closing.Pair(recipients, a));
        assertThat(new Closing(List.of("Lưu"), List.of(a, b)).pairs())
                .containsExactly(new Closing.Pair(recipients, a), new Closing.Pair(nothing, b));
        assertThat(new Closing(List.of(), List.of(a, a, a)).pairs())
                .containsExactly(new Closing.Pair(a, a), new Closing.Pair(nothing, a));
    }

    @Test
    void hasOneFingerprintForOneContent() {
        Document once = SampleDocuments.everyPart();
        assertThat(SampleDocuments.everyPart().fingerprint()).isEqualTo(once.fingerprint());
        assertThat(SampleDocuments.of(Paragraph.of("a")).fingerprint())
                .isNotEqualTo(SampleDocuments.of(Paragraph.of("b")).fingerprint());
        assertThat(once.footer())
                .startsWith("HS-2026-000123 · phiên bản 3 · mẫu 04 (1.2) · gói quy định ND331-2026 (1.0) · "
                        + "20/11/2026 09:15 · nguyen.thi.hoa · SHA-256 ");
    }
}
