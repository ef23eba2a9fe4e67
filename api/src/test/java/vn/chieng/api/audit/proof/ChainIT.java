package vn.chieng.api.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chieng.api.access.Scope;
import vn.chieng.api.audit.AuditDatabase;
import vn.chieng.api.audit.AuditEntry;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.SampleAction;
import vn.chieng.api.audit.chain.EntryLine;
import vn.chieng.api.audit.chain.EntryText;
import vn.chieng.api.audit.chain.StoredEntry;
import vn.chieng.api.audit.log.AuditParameters;
import vn.chieng.api.audit.proof.ChainFinding.Damage;
import vn.chieng.api.audit.store.AuditStores;

class ChainIT {
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 50;

    @TempDir
    private Path home = Path.of("");

    private AuditDatabase log;

    @BeforeEach
    void open() throws Exception {
        log = new AuditDatabase(home);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void concurrentWritersKeepOneChainWithoutGapWhileSomeRollBack() throws Exception {
        log.jdbc.sql("insert into incident_numbers values (2026, 0)").update();
        List<Callable<Integer>> writers = IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(writer -> () -> written(writer))
                .toList();
        int written = 0;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Integer> each : threads.invokeAll(writers)) {
                written += each.get();
            }
        }
        assertThat(log.chain.end().number()).isEqualTo(written).isGreaterThan(WRITERS * TRANSACTIONS / 2);
        assertThat(log.verification().verify(_ -> {}))
                .isEqualTo(new ChainFinding.Intact(written, 0, log.chain.end().hash()));
        assertThat(log.jdbc
                        .sql("select last from incident_numbers")
                        .query(Integer.class)
                        .single())
                .as("changes that were made have as many entries")
                .isEqualTo(written);
    }

    /**
     * Every third transaction is rolled back. All lock one row of the callers', some before and some after they record: were the chain locked at
     * once, they would wait for each other for good.
     */
    private int written(int writer) {
        var random = new Random(writer);
        int written = 0;
        for (int i = 0; i < TRANSACTIONS; i++) {
            int number = 10_000 + writer * TRANSACTIONS + i;
            int records = 1 + random.nextInt(2);
            boolean undone = i % 3 == 2;
            log.transactions.executeWithoutResult(status -> {
                if (records == 2) {
                    log.trail.record(null, AuditDatabase.sample("truoc-" + number));
                }
                log.jdbc
                        .sql("update incident_numbers set last = last + ? where year = 2026")
                        .param(records)
                        .update();
                log.trail.record(null, AuditDatabase.sample("sau-" + number));
                if (undone) {
                    status.setRollbackOnly();
                }
            });
            written += undone ? 0 : records;
        }
        return written;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entries set line = replace(line, 'Sở', 'So') where number = 5                     | 5 | CHANGED",
                "update audit_entries set hash = repeat('a', 64) where number = 5                              | 5 | CHANGED",
                "delete from audit_entries where number = 5                                                    | 5 | MISSING",
                "delete from audit_entries where number = 12                                                   | 12 | MISSING",
                "update audit_entries set actor_name = 'ai' where number = 7                                   | 7 | COLUMNS",
                "update audit_entries set day = day + 1 where number = 7                                       | 7 | COLUMNS",
                "update audit_entries set search_text = '' where number = 7                                    | 7 | COLUMNS",
                "update audit_entries set organization_ids = '{}' where number = 7                             | 7 | COLUMNS",
                "update audit_entries set account_id = 9 where number = 7                                      | 7 | COLUMNS",
                "update audit_entries set number = 103 where number = 3                                        | 3 | MISSING",
                "update audit_chain set last_hash = repeat('a', 64)                                            | 12 | END",
                "update audit_chain set last_number = 13                                                       | 13 | MISSING",
                "update audit_anchors set line = replace(line, '\"last\":6', '\"last\":5')                      | 6 | ANCHOR",
                "update audit_anchors set last_number = 5                                                      | 5 | ANCHOR",
                "update audit_anchors set signature = set_byte(signature, 3, 255 - get_byte(signature, 3))     | 6 | ANCHOR"
            })
    void whatIsTamperedWithInTheDatabaseIsFound(String sql, long number, Damage damage) {
        twoDays();
        log.tamper(sql.strip());
        assertThat(log.verification().verify(_ -> {})).isInstanceOfSatisfying(ChainFinding.Broken.class, broken -> {
            assertThat(broken.damage()).isEqualTo(damage);
            assertThat(broken.number()).isEqualTo(number);
        });
    }

    @Test
    void aLineThatIsDestroyedIsShownAsItStandsAmongTheOthers() {
        twoDays();
        log.tamper("update audit_entries set line = 'nothing' where number = 5");
        var shown = AuditStores.search(log.jdbc)
                .rows(
                        new AuditParameters(null, null, null, null, null, null, null, null, null, null, null, null)
                                .query(),
                        new Scope.Everything());
        assertThat(shown)
                .hasSize(12)
                .element(7)
                .satisfies(entry -> assertThat(entry.after()).containsEntry("line", "nothing"));
    }

    @Test
    void anEntryThatIsRewrittenWithItsHashIsFoundByTheOneBehindIt() {
        twoDays();
        String line = log.jdbc
                .sql("select line from audit_entries where number = 5")
                .query(String.class)
                .single()
                .replace("thử", "thật");
        StoredEntry forged = StoredEntry.of(line);
        log.tamper("update audit_entries set line = '" + line + "', hash = '" + forged.hash() + "', search_text = '"
                + forged.columns().searchText() + "' where number = 5");
        assertThat(log.verification().verify(_ -> {})).isEqualTo(new ChainFinding.Broken(6, "", Damage.UNLINKED));
    }

    @Test
    void aWholeChainThatIsComputedAnewIsFoundByTheAnchor() {
        twoDays();
        // what an attacker with the database, but without the key, could do best: another history with sound links
        log.tamper("truncate audit_entries");
        log.tamper(
                "update audit_chain set last_number = 0, last_hash = repeat('0', 64), last_at = '1970-01-01T00:00:00Z'");
        log.clock.set("2026-11-20T03:00:00Z");
        log.write(5);
        log.clock.set("2026-11-21T03:00:00Z");
        log.write(7);
        assertThat(log.verification().verify(_ -> {}))
                .isInstanceOfSatisfying(
                        ChainFinding.Broken.class,
                        broken -> assertThat(broken.damage()).isEqualTo(Damage.ANCHOR));
    }

    @Test
    void untouchedDaysAreIntactAndLinkToEachOther() {
        twoDays();
        assertThat(log.verification().verify(_ -> {}))
                .isEqualTo(new ChainFinding.Intact(12, 1, log.chain.end().hash()));
        var entries = log.chain.entries(5, 7, 10);
        AuditEntry firstOfDay = EntryLine.read(entries.getLast().line());
        assertThat(firstOfDay.day()).isEqualTo("2026-11-21");
        assertThat(firstOfDay.previous()).isEqualTo(entries.getFirst().hash());
    }

    @Test
    void nothingIsWrittenIntoADayThatHasItsAnchorNotEvenByASlowClock() {
        twoDays();
        log.clock.set("2026-11-20T04:00:00Z");
        log.write(1);
        AuditEntry late = EntryLine.read(log.chain.entries(12, 13, 1).getFirst().line());
        assertThat(late.day()).isEqualTo("2026-11-21");
        assertThat(log.verification().verify(_ -> {})).isInstanceOf(ChainFinding.Intact.class);
    }

    @Test
    void anEntryHasALimitWhateverIsRecorded() {
        String long1 = "\u0001ế\"\uD800".repeat(50_000);
        Map<String, @org.jspecify.annotations.Nullable Object> fields = new java.util.LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            fields.put("field" + i + long1, List.of(long1, 1, List.of(long1)));
        }
        Set<String> organizations = IntStream.range(0, 3000)
                .mapToObj(i -> "org-" + i + "-" + "x".repeat(60))
                .collect(java.util.stream.Collectors.toSet());
        log.transactions.executeWithoutResult(_ -> log.trail.record(
                null,
                new AuditRecord(SampleAction.CHANGED, "sample", long1, long1, organizations, fields, fields, long1)));
        StoredEntry entry = log.chain.entries(0, 1, 1).getFirst();
        assertThat(entry.line().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(EntryLine.LONGEST);
        assertThat(EntryLine.read(entry.line()).reason()).endsWith(EntryText.CUT);
        assertThat(log.verification().verify(_ -> {})).isInstanceOf(ChainFinding.Intact.class);
    }

    /** Six entries on the 20th, which has its anchor, and six on the 21st. */
    private void twoDays() {
        log.write(6);
        log.clock.set("2026-11-21T03:00:00Z");
        log.dayAnchors(new AuditSettings(null, null)).round();
        log.write(6);
    }
}
