package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.FieldTest;
import vn.chieng.api.query.MemoryTranslation;
import vn.chieng.api.query.ParsedQuery;
import vn.chieng.api.query.Pattern;
import vn.chieng.api.query.Query;
import vn.chieng.api.query.QueryParser;
import vn.chieng.api.query.RandomQueries;

/** Random queries find over PostgreSQL what the same tests find in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemListQueryIT extends ApiServers {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Scope EVERYTHING = new Scope.Everything();
    private static final int SYSTEMS = 40;
    private static final int QUERIES = 500;
    private static final List<String> ORGANIZATIONS = List.of("org-so-y-te", "org-so-noi-vu", "org-so-tai-chinh");
    private static final List<String> TERMS = List.of(
            "code:{run}-1*",
            "code:\"{run}-7\"",
            "name:cong",
            "name:cổng",
            "name:\"khám ch*bệnh\"",
            "purpose:phuc",
            "organization:org-so-y-te",
            "organization:\"Sở Nội vụ\"",
            "owner:org-so-tai-chinh",
            "level:3",
            "level:>=2",
            "level:[* TO 3]",
            "level:*",
            "status:planned",
            "status:(trial OR operating)",
            "hosting:cloud",
            "provider:vnpt",
            "provider:*",
            "hired:yes",
            "hired:no",
            "attention:no",
            "dossier:approved",
            "dossier:none",
            "dossier:*",
            "project:2026-03-01",
            "project:<01/03/2026",
            "changed:>=now-3d",
            "cong dich",
            "\"Cổng dịch vụ\"",
            "\"' or 1=1 --\"",
            "\"%\"",
            "b?nh");

    @Autowired
    private SystemRegister register;

    @Autowired
    private SystemStore store;

    private final String run = "q" + UUID.randomUUID().toString().substring(0, 8);
    private final List<RegisteredSystem> systems = new ArrayList<>();
    private final Map<UUID, ApprovalState.Phase> phases = new HashMap<>();
    private final MemoryTranslation<RegisteredSystem> memory = new MemoryTranslation<>(
            Map.ofEntries(
                    Map.entry("code", MemoryTranslation.text(RegisteredSystem::code)),
                    Map.entry("name", MemoryTranslation.prose(RegisteredSystem::name)),
                    Map.entry(
                            "purpose",
                            MemoryTranslation.prose(each -> each.card().purpose())),
                    Map.entry("organization", SystemListQueryIT::belongs),
                    Map.entry("owner", MemoryTranslation.text(RegisteredSystem::ownerId)),
                    Map.entry("level", MemoryTranslation.number(RegisteredSystem::level)),
                    Map.entry(
                            "status",
                            MemoryTranslation.text(each -> each.status().code())),
                    Map.entry(
                            "hosting",
                            MemoryTranslation.text(
                                    each -> each.card().hosting().kind().code())),
                    Map.entry(
                            "provider",
                            MemoryTranslation.prose(
                                    each -> each.card().hosting().contract().provider())),
                    Map.entry(
                            "hired",
                            MemoryTranslation.flag(each -> each.card().hosting().hired())),
                    Map.entry("attention", MemoryTranslation.flag(_ -> false)),
                    Map.entry("dossier", this::hasDossier),
                    Map.entry("project", MemoryTranslation.time(SystemListQueryIT::begins)),
                    Map.entry("changed", MemoryTranslation.time(RegisteredSystem::changedAt))),
            each -> each.code() + "\n" + each.name() + "\n" + each.card().purpose() + "\n"
                    + each.card().beneficiaries());

    private static boolean belongs(FieldTest test, RegisteredSystem system) {
        return test instanceof FieldTest.Like(Pattern pattern)
                && system.organizationIds().stream()
                        .anyMatch(id ->
                                pattern.text().equals(id) || pattern.text().equals(named(id)));
    }

    private static String named(String id) {
        return switch (id) {
            case "org-so-y-te" -> "Sở Y tế";
            case "org-so-noi-vu" -> "Sở Nội vụ";
            default -> "Sở Tài chính";
        };
    }

    private boolean hasDossier(FieldTest test, RegisteredSystem system) {
        ApprovalState.Phase phase = phases.getOrDefault(system.id(), ApprovalState.Phase.NONE);
        return test instanceof FieldTest.Like(Pattern pattern)
                ? phase.code().equals(pattern.text())
                : phase != ApprovalState.Phase.NONE;
    }

    private static @Nullable Instant begins(RegisteredSystem system) {
        LocalDate day = system.card().projectStart();
        return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.ofHours(7));
    }

    @BeforeAll
    void fill() {
        var random = new Random(5);
        for (int i = 0; i < SYSTEMS; i++) {
            RegisteredSystem system = system(i, random);
            systems.add(system);
            store.add(system);
            if (random.nextBoolean()) {
                phases.put(system.id(), pick(random, List.of(ApprovalState.Phase.values())));
            }
        }
        phases.values().removeIf(ApprovalState.Phase.NONE::equals);
    }

    private RegisteredSystem system(int number, Random random) {
        boolean hired = random.nextBoolean();
        var card = new SystemCard(
                pick(random, List.of("Cổng dịch vụ công", "Quản lý khám chữa bệnh", "100% họp _số_")) + " " + run,
                random.nextBoolean() ? "Phục vụ công việc" : null,
                "Người dân",
                pick(random, ORGANIZATIONS),
                pick(random, ORGANIZATIONS),
                null,
                new Hosting(
                        pick(random, List.of(Hosting.Kind.values())),
                        null,
                        hired,
                        hired
                                ? new Hosting.Contract("VNPT Gia Lai", "07/HĐ", null, null, true)
                                : Hosting.Contract.NONE),
                random.nextBoolean() ? LocalDate.of(2026, 2, 27).plusDays(random.nextInt(4)) : null);
        Instant changed = NOW.minusSeconds(random.nextInt(600_000));
        return new RegisteredSystem(
                UUID.randomUUID(),
                run + "-" + number,
                card,
                pick(random, List.of(SystemStatus.values())),
                null,
                SystemAnswers.NONE,
                random.nextBoolean() ? SampleSystems.determined(1 + random.nextInt(5)) : null,
                1,
                changed,
                changed);
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void randomQueriesFindWhatIsFoundInMemory() {
        var queries = new RandomQueries(TERMS, 20261123);
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            String text = queries.next().replace("{run}", run);
            List<UUID> expected = systems.stream()
                    .filter(memory.of(query(text)))
                    .map(RegisteredSystem::id)
                    .toList();
            assertThat(ids("code:" + run + "* (" + text + ")", EVERYTHING))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(QUERIES);
    }

    @Test
    void noQueryReachesBeyondTheScope() {
        Scope health = new Scope.Organizations(Set.of("org-so-y-te"));
        List<UUID> own = systems.stream()
                .filter(each -> each.organizationIds().contains("org-so-y-te"))
                .map(RegisteredSystem::id)
                .toList();
        for (String text : List.of(
                "code:" + run + "*",
                "organization:* OR NOT organization:*",
                "code:" + run + "* OR owner:org-so-noi-vu")) {
            assertThat(ids("code:" + run + "* (" + text + ")", health))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(own);
        }
        assertThat(ids("code:" + run + "* organization:org-so-noi-vu", health)).isEmpty();
    }

    private static Query query(String text) {
        return ((ParsedQuery.Understood) QueryParser.parse(text, SystemListFields.ALL, NOW)).query();
    }

    private List<UUID> ids(String text, Scope scope) {
        var asked =
                new SystemQuery(query(text), null, Set.of(), Set.of(), Set.of(), false, phases, SystemQuery.Sort.CODE);
        return register.list(asked, scope).stream().map(RegisteredSystem::id).toList();
    }
}
