package vn.chieng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chieng.cli.EventFiles.Form;
import vn.chieng.cli.EventFiles.Piece;

class EventFilesTest {

    @Test
    void ndjsonIsOneDocumentPerLine() throws IOException {
        assertThat(pieces("{\"a\":1}\n\n{\"a\":\"}{\"}\r\n", Form.JSON))
                .containsExactly("1 {\"a\":1}", "3 {\"a\":\"}{\"}");
    }

    @Test
    void documentsOverSeveralLinesFollowOneAnother() throws IOException {
        assertThat(pieces("{\n \"a\": 1\n}\n{\n \"a\": 2\n} {\"a\":3}\n", Form.JSON))
                .containsExactly("1 {\n \"a\": 1\n}", "4 {\n \"a\": 2\n}", "6 {\"a\":3}");
    }

    @Test
    void theElementsOfAnArrayAreDocuments() throws IOException {
        assertThat(pieces("[\n {\"a\":1},\n {\"a\":2}\n]\n", Form.JSON)).containsExactly("2 {\"a\":1}", "3 {\"a\":2}");
        assertThat(pieces("[{\"a\":1},{\"a\":2}]", Form.JSON)).containsExactly("1 {\"a\":1}", "1 {\"a\":2}");
    }

    @Test
    void aBrokenDocumentIsNamedWithItsPlaceAndReadingGoesOn() throws IOException {
        assertThat(pieces("{\"a\":1\n{\"a\":2}\n{\"a\":\"x\n{\"a\":3}\n", Form.JSON))
                .containsExactly(
                        "broken 1 at 1:7 {\"a\":1", "2 {\"a\":2}", "broken 3 at 3:8 {\"a\":\"x", "4 {\"a\":3}");
    }

    @Test
    void aDocumentWithoutEndIsNamed() throws IOException {
        assertThat(pieces("{\"a\":1}\n{\n \"a\": [\n", Form.JSON))
                .containsExactly("1 {\"a\":1}", "broken 2 at 3:8 {\n \"a\": [");
    }

    @Test
    void linesAndDocumentsMayAlternate() throws IOException {
        assertThat(pieces("one\n{\"a\":1}\n[Sun Dec 04] two\n", Form.JSON_OR_LINES))
                .containsExactly("line 1 one", "2 {\"a\":1}", "line 3 [Sun Dec 04] two");
    }

    @Test
    void packedFilesAreUnpacked(@TempDir Path folder) throws IOException {
        Path gz = folder.resolve("a.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
        }
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inner.json"));
            out.write("{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));
        }

        List<Piece> found = new ArrayList<>();
        EventFiles files = new EventFiles(InputStream.nullInputStream());
        files.read(gz.toString(), Form.JSON, found::add);
        files.read(zip.toString(), Form.JSON, found::add);

        assertThat(found).extracting(Piece::file).containsExactly(gz.toString(), zip.toString());
    }

    private static List<String> pieces(String text, Form form) throws IOException {
        List<String> found = new ArrayList<>();
        new EventFiles(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .read("-", form, piece -> found.add(described(piece)));
        return found;
    }

    private static String described(Piece piece) {
        String text = new String(piece.bytes(), StandardCharsets.UTF_8);
        return switch (piece) {
            case Piece.Document document -> document.line() + " " + text;
            case Piece.Line line -> "line " + line.line() + " " + text;
            case Piece.Broken broken ->
                "broken " + broken.line() + " at " + broken.brokenLine() + ":" + broken.column() + " " + text;
        };
    }
}
