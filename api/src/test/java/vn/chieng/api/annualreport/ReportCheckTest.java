package vn.chieng.api.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.api.annualreport.Inconsistency.Kind;
import vn.chieng.api.forms.SampleForms;

class ReportCheckTest {
    private static final ReportContent SOUND = SeededRows.SOUND;
    private static final ReportCheck CHECK = new ReportCheck(SampleForms.PACK);

    @Test
    void aSoundReportHasNothingToFind() {
        assertThat(CHECK.check(SOUND, SampleReports.systems(SOUND))).isEmpty();
    }

    @Test
    void moreThanThirtyKindsOfFaultsAreSeeded() {
        Set<Kind> seeded = seeded().map(SeededRows.Seeded::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        assertThat(seeded).as("every kind there is").containsExactlyInAnyOrder(Kind.values());
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void everySeededFaultIsFoundWithItsPlaceAndReason(SeededRows.Seeded seeded) {
        List<Inconsistency> found = CHECK.check(seeded.report(), SampleReports.systems(SOUND));
        assertThat(found).anySatisfy(each -> {
            assertThat(each.kind()).isEqualTo(seeded.kind());
            assertThat(each.row()).isEqualTo(seeded.row());
            assertThat(each.column()).isEqualTo(seeded.column());
            assertThat(String.join(" ", each.values())).contains(seeded.value());
            assertThat(each.unit()).isEqualTo(seeded.kind() == Kind.SECTION_EMPTY ? "" : "org-0");
        });
    }

    static Stream<SeededRows.Seeded> seeded() {
        return Stream.concat(SeededRows.all(), SeededUnits.all());
    }
}
