package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.chieng.api.systems.belongings.StatedLink;
import vn.chieng.api.systems.belongings.StatedLinks;
import vn.chieng.api.systems.belongings.SystemLink;

/** Links of systems from and into tables: a column in both formats, a sheet of their own in workbooks. */
class SystemLinkSheetsIT extends SystemPagesFixture {
    @Autowired
    private StatedLinks links;

    @Test
    void linksComeFromTheColumnAndGoBackIntoIt() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        RegisteredSystem other = kept(SampleSystems.online(10));
        applied("code;links\n" + system.code() + ";\"api;out;#" + other.code()
                + ";hồ sơ, kết quả|files;both;Kho \\| dữ liệu quốc gia\"\n");
        assertThat(links.of(system.id(), HEALTH).values())
                .containsExactlyInAnyOrder(
                        new StatedLink(
                                SystemLink.Kind.API, SystemLink.Direction.OUT, other.code(), null, "hồ sơ, kết quả"),
                        new StatedLink(
                                SystemLink.Kind.FILES,
                                SystemLink.Direction.BOTH,
                                null,
                                "Kho | dữ liệu quốc gia",
                                null));

        String exported = text(get("/systems/export.csv?q=" + tail(system)));
        assertThat(exported).contains("api;out;#" + other.code());
        applied(exported); // puts the answers into the order of the table
        int settled = now(system).version();
        applied(exported);
        assertThat(now(system).version())
                .as("what was exported changes nothing")
                .isEqualTo(settled);

        applied("code;links\n" + system.code() + ";-\n");
        assertThat(links.of(system.id(), HEALTH)).isEmpty();
    }

    @Test
    void theSheetOfLinksOfAWorkbookIsReadBack() throws IOException {
        RegisteredSystem system = kept(SampleSystems.online(10));
        applied("code;links\n" + system.code() + ";\"network;in;Trục liên thông văn bản;văn bản\"\n");
        byte[] exported = get("/systems/export.xlsx?q=" + tail(system)).getContentAsByteArray();

        applied("ht.xlsx", changed(exported, null, "platform"));
        assertThat(links.of(system.id(), HEALTH).values()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(SystemLink.Kind.PLATFORM);
            assertThat(link.name()).isEqualTo("Trục liên thông văn bản");
            assertThat(link.data()).isEqualTo("văn bản");
        });

        String page = applied("ht.xlsx", changed(exported, "HT-99999", "platform"));
        assertThat(page)
                .as("a row of links that names no system of the first sheet")
                .contains("HT-99999");
        assertThat(links.of(system.id(), HEALTH)).hasSize(1);
    }

    @Test
    void aSheetOfLinksThatCannotBeReadIsNamedWithItsCell() throws IOException {
        RegisteredSystem system = kept(SampleSystems.online(10));
        applied("code;links\n" + system.code() + ";\"network;in;Trục liên thông văn bản;văn bản\"\n");
        byte[] exported = get("/systems/export.xlsx?q=" + tail(system)).getContentAsByteArray();
        try (XSSFWorkbook open = new XSSFWorkbook(new ByteArrayInputStream(exported));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            open.getSheet("links").getRow(1).createCell(2).setCellErrorValue(FormulaError.REF.getCode());
            open.write(out);
            assertThat(applied("ht.xlsx", out.toByteArray())).contains("links!kind", "ô đang báo lỗi #REF!");
        }
        assertThat(links.of(system.id(), HEALTH))
                .as("the links that were there")
                .hasSize(1);
    }

    @Test
    void anUnknownSystemAndAnUnreadableLinkAreNamed() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        String page = applied("code;links\n" + system.code() + ";\"api;out;#HT-99998|thư;đi;Đâu đó\"\n");
        assertThat(page).contains("HT-99998").contains("thư;đi;Đâu đó");
        assertThat(links.of(system.id(), HEALTH)).isEmpty();
    }

    @Test
    void aLinkWithASystemBeyondTheScopeIsNeitherWrittenNorTouched() {
        RegisteredSystem system = kept(SampleSystems.online(10));
        RegisteredSystem foreign = SampleSystems.of(store.nextCode(), "Của sở khác", "org-so-tai-chinh");
        store.add(foreign);
        jdbc.sql("insert into system_links (system_id, other_id, kind, direction) values (?, ?, 'api', 'out')")
                .param(system.id())
                .param(foreign.id())
                .update();
        assertThat(text(get("/systems/export.csv?q=" + tail(system)))).doesNotContain(foreign.code());
        applied("code;links\n" + system.code() + ";-\n");
        assertThat(jdbc.sql("select count(*) from system_links where system_id = ?")
                        .param(system.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static String tail(RegisteredSystem system) {
        return system.name().substring(system.name().length() - 8);
    }

    /** The workbook with another kind in the first row of links, and where one is given, another code. */
    private static byte[] changed(byte[] book, @org.jspecify.annotations.Nullable String code, String kind)
            throws IOException {
        try (XSSFWorkbook open = new XSSFWorkbook(new ByteArrayInputStream(book));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = open.getSheet("links");
            Row row = sheet.getRow(1);
            row.createCell(2).setCellValue(kind);
            if (code != null) {
                row.createCell(0).setCellValue(code);
            }
            open.write(out);
            return out.toByteArray();
        }
    }
}
