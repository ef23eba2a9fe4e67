package vn.chieng.api.dossiers.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chieng.api.ApiServers;
import vn.chieng.api.coverage.checks.CheckKind;
import vn.chieng.api.coverage.checks.CheckStore;
import vn.chieng.api.coverage.checks.RecordedCheck;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SampleSystems;
import vn.chieng.api.systems.SystemStore;
import vn.chieng.law.PackChoice;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Requirements;

/** What people recorded, as evidence of one system: by name, or of its body where the pack lets that count. */
class RecordedEvidenceIT extends ApiServers {
    private static final String BODY = "org-so-xay-dung";

    @Autowired
    private MeasuredEvidences evidences;

    @Autowired
    private CheckStore store;

    @Autowired
    private SystemStore systems;

    @Autowired
    private CurrentLaw law;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Clock clock;

    private RegisteredSystem system;
    private LocalDate today;

    @BeforeEach
    void register() {
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
        system = SampleSystems.of(systems.nextCode(), "Hệ thống " + UUID.randomUUID(), BODY);
        transactions.executeWithoutResult(_ -> systems.add(system));
    }

    @Test
    void aScanOfTheBodyDoesNotProveTheScanOfASystemOfLevelThree() {
        recorded(CheckKind.SCAN, today.minusDays(3), Set.of());
        assertThat(measured("last-scan", 3).key()).isEqualTo("dossiers.measured.last-scan-unnamed-none");
        assertThat(measured("last-scan", 3).holds()).isFalse();
        assertThat(measured("last-scan", 2).key()).isEqualTo("dossiers.measured.last-scan-body");
        assertThat(measured("last-scan", 2).holds()).isTrue();
    }

    @Test
    void aScanThatNamesTheSystemCountsAsLongAsThePackSays() {
        recorded(CheckKind.SCAN, today.minusMonths(5), Set.of(system.id()));
        assertThat(measured("last-scan", 3).key()).isEqualTo("dossiers.measured.last-scan");
        assertThat(measured("last-scan", 3).holds()).isTrue();
        assertThat(measured("last-scan", 5).holds())
                .as("level 5 asks quarterly")
                .isFalse();
    }

    @Test
    void aDrillOfTheBodyCountsForItsSystemsAndSaysSo() {
        recorded(CheckKind.DRILL, today.minusDays(1), Set.of());
        assertThat(measured("last-drill", 3).key()).isEqualTo("dossiers.measured.last-drill-body");
        assertThat(measured("last-drill", 3).holds()).isTrue();
    }

    @Test
    void withoutAnythingRecordedItIsSaidThatThereIsNone() {
        assertThat(measured("last-restore-test", 4).key()).isEqualTo("dossiers.measured.last-restore-test-none");
    }

    private void recorded(CheckKind kind, LocalDate day, Set<UUID> named) {
        store.add(new RecordedCheck(
                0, BODY, kind, day, "Tổ kiểm tra", null, named, null, "Người Thử", clock.instant(), null));
    }

    private Measured measured(String evidence, int level) {
        LawPack pack = pack();
        Requirements.Item item = pack.requirements().items().stream()
                .filter(each ->
                        evidence.equals(each.evidence()) && each.levels().contains(level))
                .findFirst()
                .orElseThrow();
        return evidences
                .of(new EvidenceSubject(system.id().toString(), BODY, level, pack), List.of(item))
                .get(item.id())
                .orElseThrow();
    }

    private LawPack pack() {
        return switch (law.packs().applicable(today, null)) {
            case PackChoice.ByDate(LawPack pack) -> pack;
            case PackChoice.ByTransition(LawPack pack, var _) -> pack;
            case PackChoice.None _ -> throw new AssertionError("no pack is in force");
        };
    }
}
