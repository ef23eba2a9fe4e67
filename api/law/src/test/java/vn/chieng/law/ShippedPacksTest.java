package vn.chieng.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Mark;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Requirements;
import vn.chieng.law.pack.Retention;

class ShippedPacksTest {
    private static final LawPack PACK = TestPacks.shipped("ND331-2026");

    @ParameterizedTest
    @ValueSource(strings = {"ND331-2026", "ND85-2016"})
    void everyRuleCitesAnInstrumentThatThePackKnows(String name) {
        LawPack pack = TestPacks.shipped(name);
        assertThat(pack.rules().values())
                .allSatisfy(written -> assertThat(written.basis().cite())
                        .isNotEmpty()
                        .allSatisfy(citation -> assertThat(pack.instrument(citation.instrument()))
                                .isPresent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ND331-2026", "ND85-2016"})
    void everyTextIsComposed(String name) throws IOException {
        try (Stream<Path> files = Files.list(TestPacks.SHIPPED.resolve(name))) {
            assertThat(files.toList()).allSatisfy(file -> {
                String text = Files.readString(file);
                assertThat(text).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
            });
        }
    }

    @Test
    void allRequirementGroupsArePresentWithTheirSections() {
        List<Requirements.Group> groups = PACK.requirements().groups();
        assertThat(groups.stream().map(Requirements.Group::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
        Set<Integer> fromLevelThree = Set.of(13, 17, 18);
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.appliesTo(1)).isEqualTo(!fromLevelThree.contains(group.number()));
            assertThat(group.appliesTo(5)).isTrue();
            assertThat(group.sections())
                    .allSatisfy(section -> assertThat(section.number()).startsWith((section.level() + 2) + "."));
            assertThat(items(group)).hasSizeGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void everyItemIsMarkedAsOurOwnWordsAndLiesWithinItsGroup() {
        Map<String, Requirements.Group> groups =
                PACK.requirements().groups().stream().collect(Collectors.toMap(Requirements.Group::id, group -> group));
        assertThat(PACK.requirements().items()).allSatisfy(item -> {
            assertThat(item.basis().mark()).isEqualTo(Mark.OWN_WORDS);
            assertThat(item.levels()).allMatch(level -> groups.get(item.group()).appliesTo(level));
        });
    }

    private static List<Requirements.Item> items(Requirements.Group group) {
        return PACK.requirements().items().stream()
                .filter(item -> item.group().equals(group.id()))
                .toList();
    }

    @Test
    void allFormsArePresentWithFields() {
        List<DossierContent.Form> forms = PACK.dossier().forms();
        assertThat(forms.stream().map(DossierContent.Form::number))
                .containsExactly("01", "02", "03", "04", "05", "06", "07", "08");
        assertThat(forms).allSatisfy(form -> assertThat(form.fields()).hasSizeGreaterThan(5));
    }

    @Test
    void theStatusWordsOfTheAnnualReportAreVerbatim() {
        assertThat(words("approval-status"))
                .containsExactly("Đang dự thảo", "Đã gửi thẩm định", "Đã thẩm định", "Đã được phê duyệt");
        assertThat(words("deployment-status"))
                .containsExactly("Chưa triển khai", "Đã triển khai một số hạng mục", "Đã triển khai đầy đủ");
        assertThat(words("assessment-status")).containsExactly("Trước khi đưa vào sử dụng", "Định kỳ");
    }

    private static List<String> words(String vocabulary) {
        return PACK.dossier().vocabularies().stream()
                .filter(candidate -> candidate.id().equals(vocabulary))
                .flatMap(found -> found.words().stream())
                .map(word -> word.label().vi())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "completeness-reply, 5, ND331/23/2",
        "appraisal-3, 15, ND331/23/3",
        "appraisal-4-5, 25, ND331/23/3",
        "approval, 7, ND331/24/2",
        "approval-1-2, 7, ND331/24/2",
        "important-validity, 3, ND333/5/7",
        "important-appraisal, 25, ND333/5/8",
        "important-survey, 7, ND333/5/8",
        "certification-validity, 3, ND333/6/7",
        "certification, 25, ND333/6/7"
    })
    void everyDeadlineOfTheRoutesIsPresent(String id, int workingDays, String citation) {
        assertThat(PACK.rule(id)).hasValueSatisfying(rule -> {
            Procedure.Deadline deadline = (Procedure.Deadline) rule;
            assertThat(deadline.amount()).isEqualTo(workingDays);
            assertThat(deadline.unit()).isEqualTo(Procedure.Unit.WORKING_DAYS);
            assertThat(deadline.basis().cite()).extracting(Object::toString).contains(citation);
            assertThat(deadline.suggested()).isFalse();
        });
    }

    @Test
    void aDeadlineThatTheDecreeDoesNotSetIsMarkedAsSuggested() {
        assertThat(PACK.procedure().deadlines().stream()
                        .filter(Procedure.Deadline::suggested)
                        .map(Procedure.Deadline::id))
                .containsExactlyInAnyOrder("appraisal-1-2", "expert-opinion");
    }

    @ParameterizedTest
    @CsvSource({
        "C0, 0, ND331/31/2/d, true",
        "C24, 24, ND331/31/2/d, true",
        "C72, 72, ND331/31/2/d, true",
        "CDL72, 72, L91/23/1, true",
        "CDL72-subjects, 72, ND356/29, true",
        "CNB, 1, CHIENG, true",
        "C5D, 120, TT20, false"
    })
    void everyReportingClockIsPresent(String id, int hours, String citation, boolean on) {
        assertThat(PACK.rule(id)).hasValueSatisfying(rule -> {
            Incidents.Clock clock = (Incidents.Clock) rule;
            assertThat(clock.hours()).isEqualTo(hours);
            assertThat(clock.runsOnDaysOff()).isTrue();
            assertThat(clock.onByDefault()).isEqualTo(on);
            assertThat(clock.recipients()).isNotEmpty();
            assertThat(clock.basis().cite()).extracting(Object::toString).contains(citation);
        });
    }

    @Test
    void groupsSeveritiesAndReportsAreThere() {
        Incidents incidents = PACK.incidents();
        assertThat(incidents.incidentGroups().stream().map(Incidents.IncidentGroup::id))
                .containsExactly("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9");
        assertThat(incidents.severities().stream().map(Incidents.Severity::id)).containsExactly("M1", "M2", "M3", "M4");
        assertThat(incidents.reports().stream().map(Incidents.Report::id))
                .containsExactly("BM-SC-01", "BM-SC-02", "BM-SC-03", "BM-SC-04", "ND356-08", "BM-SC-05");
    }

    @Test
    void logsAreKeptAtLeastAsTheLevelAsks() {
        assertThat(PACK.retention().logs())
                .extracting(Retention.LogRule::level, Retention.LogRule::months)
                .containsExactly(tuple(1, null), tuple(2, 1), tuple(3, 3), tuple(4, 6), tuple(5, 12));
    }

    @Test
    void everyDateOfTheBoardIsThere() {
        assertThat(PACK.reporting().dates()).hasSize(10);
        assertThat(PACK.reporting().windows()).hasSize(1);
        assertThat(PACK.reporting().sections()).hasSize(12);
    }
}
