package vn.chieng.api.organizations.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.api.access.Scope;
import vn.chieng.api.console.Csv;
import vn.chieng.api.organizations.Entries;
import vn.chieng.api.organizations.Organization;
import vn.chieng.api.organizations.OrganizationCode;
import vn.chieng.api.organizations.OrganizationEntry;
import vn.chieng.api.organizations.OrganizationIds;
import vn.chieng.api.organizations.OrganizationKind;
import vn.chieng.api.organizations.Register;

class OrganizationPlannerTest {
    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);
    private static final String HEADER = "id;parent;kind;name;codes;valid_from;valid_to;predecessors;outside\n";

    private final OrganizationPlanner planner = new OrganizationPlanner(new OrganizationIds(new Random(1)));

    private final OrganizationEntry root = Entries.entry("org-root", null, "Tỉnh");
    private final OrganizationEntry finance = new OrganizationEntry(
            new Organization(
                    "org-finance",
                    "org-root",
                    OrganizationKind.DEPARTMENT,
                    "Sở \"Tài chính\"; cũ",
                    "Finance",
                    true,
                    MERGED,
                    null,
                    "'=1+1\nhai dòng",
                    4),
            List.of(
                    new OrganizationCode("qd-20", "H21.05", null, MERGED.plusYears(1), "QĐ 12/QĐ-UBND"),
                    new OrganizationCode("statistics", "52", MERGED, null, null),
                    new OrganizationCode("qcvn-102", "000.00.00.H21", null, null, null)),
            Set.of("org-old"));
    private final OrganizationEntry old = Entries.entry("org-old", "org-root", "=Sở cũ");
    private final Register register = new Register(List.of(root, finance, old));

    private ImportPlan plan(String text) {
        return planner.plan(new CsvReader().read(text.getBytes(StandardCharsets.UTF_8)), register, _ -> {});
    }

    @Test
    void whatIsExportedAndImportedChangesNothing() throws IOException {
        ImportPlan plan = planner.plan(new CsvReader().read(exported(root, finance, old)), register, _ -> {});
        assertThat(plan.lines())
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line.verdict()).as(line.toString()).isEqualTo(ImportLine.Verdict.UNCHANGED));
        assertThat(plan.writes()).isEmpty();
    }

    private static byte[] exported(OrganizationEntry... entries) throws IOException {
        var file = new ByteArrayOutputStream();
        Csv csv = new Csv(file, OrganizationCells.COLUMNS);
        for (OrganizationEntry entry : entries) {
            csv.line(ExportPages.guarded(OrganizationCells.line(entry, new Scope.Everything())));
        }
        csv.flush();
        return file.toByteArray();
    }

    @Test
    void aColumnThatIsNotThereChangesNothingAndAnEmptyCellClears() {
        assertThat(plan("id;name_en\norg-finance;Treasury\n").lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.verdict()).isEqualTo(ImportLine.Verdict.CHANGED);
                    assertThat(line.details())
                            .containsExactly(ImportLine.Detail.field("name_en", "Finance", "Treasury"));
                });
        assertThat(plan("id;codes;note\norg-finance;;\n").lines().getFirst().details())
                .extracting(ImportLine.Detail::column)
                .containsExactly("codes", "note");
    }

    @Test
    void newBodiesGetKeysWithoutMeaningAndComeAfterThoseAboveThem() {
        ImportPlan plan = plan(HEADER + "new:b;new:a;unit;Phòng B;;;;;\nnew:a;org-root;department;Sở A;;;;;\n"
                + ";new:b;unit;Tổ C;;;;;\n");
        assertThat(plan.lines()).extracting(ImportLine::verdict).containsOnly(ImportLine.Verdict.ADDED);
        List<OrganizationEntry> added = plan.writes().stream()
                .map(write -> ((ImportPlan.Write.AddedBody) write).entry())
                .toList();
        assertThat(added).extracting(entry -> entry.organization().name()).containsExactly("Sở A", "Phòng B", "Tổ C");
        assertThat(added)
                .allSatisfy(
                        entry -> assertThat(OrganizationIds.isMade(entry.id())).isTrue());
        assertThat(added.get(1).organization().parentId())
                .isEqualTo(added.get(0).id());
        assertThat(added.get(2).organization().parentId())
                .isEqualTo(added.get(1).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "org-nowhere;org-root;unit;X;;;;;|id|id-unknown",
                "new:x;org-nowhere;unit;X;;;;;|parent|parent-unknown",
                "new:x;;unit;X;;;;;|parent|parent-missing",
                "org-root;org-finance;unit;Tỉnh;;;;;|parent|root-fixed",
                "new:x;org-root;town;X;;;;;|kind|kind-unknown",
                "new:x;org-root;unit;;;;;;|name|name-missing",
                "new:x;org-root;unit;=Sở cũ;;;;;|name|name-taken",
                "new:x;org-root;unit;X;;32/01/2026;;;|valid_from|date-unreadable",
                "new:x;org-root;unit;X;;02/01/2026;01/01/2026;;|valid_to|dates-reversed",
                "new:x;org-root;unit;X;52;;;;|codes|code-unreadable",
                "new:x;org-root;unit;X;statistics=52;;;;|codes|code-taken",
                "new:x;org-root;unit;X;a=1@x..;;;;|codes|code-unreadable",
                "new:x;org-root;unit;X;;;;org-nowhere;|predecessors|predecessor-unknown",
                "new:x;org-root;unit;X;;;;;maybe|outside|flag-unreadable",
                "new:x;new:x;unit;X;;;;;|parent|parent-cycle",
                "org-root;;unit;Tỉnh;;;30/06/2025;;|valid_to|children-left",
            })
    void eachBadRowSaysWhereAndWhy(String row, String column, String reason) {
        assertThat(plan(HEADER + row + "\n").lines()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(2);
            assertThat(line.verdict()).isEqualTo(ImportLine.Verdict.BAD);
            assertThat(line.details()).anySatisfy(detail -> {
                assertThat(detail.column()).isEqualTo(column);
                assertThat(detail.reason()).isEqualTo(reason);
            });
        });
    }

    @Test
    void aKeyStandsOnceInAFile() {
        assertThat(plan("id;name\norg-finance;A\norg-old;B\norg-finance;C\n").lines())
                .extracting(ImportLine::verdict)
                .containsExactly(ImportLine.Verdict.CHANGED, ImportLine.Verdict.CHANGED, ImportLine.Verdict.BAD);
    }

    @Test
    void aCodeOfTheSameTimeInTwoRowsIsBadInBothAndFreedByTheRowThatGivesItUp() {
        assertThat(plan(HEADER + "new:a;org-root;unit;A;x=1;;;;\nnew:b;org-root;unit;B;x=1;;;;\n")
                        .lines())
                .extracting(ImportLine::verdict)
                .containsOnly(ImportLine.Verdict.BAD);
        assertThat(plan(HEADER + "org-finance;org-root;department;A;;;;;\nnew:b;org-root;unit;B;statistics=52;;;;\n")
                        .lines())
                .extracting(ImportLine::verdict)
                .containsExactly(ImportLine.Verdict.CHANGED, ImportLine.Verdict.ADDED);
    }

    @Test
    void whateverLeansOnABadRowIsBadToo() {
        ImportPlan plan = plan(
                HEADER
                        + "new:a;org-root;town;A;;;;;\nnew:b;new:a;unit;B;;;;;\nnew:c;new:b;unit;C;;;;;\nnew:d;org-root;unit;D;;;;;\n");
        assertThat(plan.lines())
                .extracting(ImportLine::verdict)
                .containsExactly(
                        ImportLine.Verdict.BAD,
                        ImportLine.Verdict.BAD,
                        ImportLine.Verdict.BAD,
                        ImportLine.Verdict.ADDED);
        assertThat(plan.lines().get(1).details().getFirst().arguments()).containsExactly("new:a");
        assertThat(plan.writes()).hasSize(1);
    }

    @Test
    void twoBodiesThatTradePlacesMakeNoRing() {
        String swapped = "id;parent\norg-finance;org-old\norg-old;org-finance\n";
        assertThat(plan(swapped).lines()).extracting(ImportLine::verdict).containsOnly(ImportLine.Verdict.BAD);
        assertThat(plan("id;parent\norg-finance;org-old\n").writes()).hasSize(1);
    }

    @Test
    void ofAThousandRowsEachBadOneIsNamedWithItsLineAndProgressIsTold() {
        Set<Integer> bad = new TreeSet<>(
                new Random(7).ints(2, 1002).distinct().limit(37).boxed().toList());
        var text = new StringBuilder(HEADER);
        IntStream.range(2, 1002)
                .mapToObj(line -> "new:" + line + ";org-root;" + (bad.contains(line) ? "town" : "unit") + ";Đơn vị "
                        + line + ";t=" + line + ";;;;\r\n")
                .forEach(text::append);
        List<Integer> progress = new ArrayList<>();
        CsvTable table = new CsvReader().read(text.toString().getBytes(StandardCharsets.UTF_8));
        ImportPlan plan = planner.plan(table, register, progress::add);
        assertThat(plan.lines().stream()
                        .filter(line -> line.verdict() == ImportLine.Verdict.BAD)
                        .map(ImportLine::line))
                .containsExactlyElementsOf(bad);
        assertThat(plan.count(ImportLine.Verdict.ADDED)).isEqualTo(963);
        assertThat(progress)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void theSeededProvinceIsRightByTheRulesOfTheRegister() {
        try (var seed = OrganizationPlannerTest.class.getResourceAsStream("/organizations/seed.csv")) {
            String text = new String(java.util.Objects.requireNonNull(seed).readAllBytes(), StandardCharsets.UTF_8);
            // as new rows: their keys were given before keys were made
            var file = new StringBuilder();
            for (String line : text.lines().toList()) {
                file.append(line.replaceAll("(?<=^|;|\\|)org-(?!tinh-gia-lai(?:;|$))", "new:")
                                .replaceAll("statistics=52\\|", "statistics=520|"))
                        .append('\n');
            }
            Register province = new Register(List.of(Entries.entry("org-tinh-gia-lai", null, "Tỉnh")));
            ImportPlan plan = planner.plan(
                    new CsvReader().read(file.toString().getBytes(StandardCharsets.UTF_8)), province, _ -> {});
            assertThat(plan.lines())
                    .filteredOn(line -> line.verdict() == ImportLine.Verdict.BAD)
                    .isEmpty();
            assertThat(plan.count(ImportLine.Verdict.ADDED)).isEqualTo(163);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
