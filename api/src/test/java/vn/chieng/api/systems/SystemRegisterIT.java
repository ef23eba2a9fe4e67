package vn.chieng.api.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.chieng.api.ApiServers;
import vn.chieng.api.access.Scope;
import vn.chieng.api.query.Query;
import vn.chieng.law.pack.PackVersion;

class SystemRegisterIT extends ApiServers {
    private static final Scope EVERYTHING = new Scope.Everything();
    private static final Scope HEALTH = new Scope.Organizations(Set.of("org-so-y-te"));

    @Autowired
    private SystemRegister register;

    @Autowired
    private SystemStore store;

    @Test
    void givesBackExactlyWhatWasKept() {
        RegisteredSystem kept = new RegisteredSystem(
                UUID.randomUUID(),
                store.nextCode(),
                new SystemCard(
                        "Cổng dịch vụ công",
                        null,
                        "Người dân",
                        "org-so-y-te",
                        "org-tinh-gia-lai",
                        new Delegation("org-so-noi-vu", LocalDate.of(2027, 6, 30), "12/QĐ-UBND"),
                        new Hosting(
                                Hosting.Kind.CLOUD,
                                "Đám mây tỉnh",
                                true,
                                new Hosting.Contract("VNPT", "07/HĐ", LocalDate.of(2026, 1, 5), null, true)),
                        LocalDate.of(2025, 3, 1)),
                SystemStatus.TRIAL,
                LocalDate.of(2026, 9, 1),
                SampleSystems.online(99_999),
                new Determination(
                        new PackVersion("ND331-2026", "1.0"),
                        3,
                        2,
                        List.of("c2-online-unconditional"),
                        List.of(),
                        null,
                        "override-upwards",
                        "Rủi ro cao",
                        null,
                        SampleSystems.online(99_999).inputs(),
                        "Người Thử",
                        Instant.parse("2026-11-20T03:00:00Z")),
                1,
                Instant.parse("2026-11-20T03:00:00Z"),
                Instant.parse("2026-11-20T03:00:00Z"));
        store.add(kept);

        assertThat(register.find(kept.id(), EVERYTHING)).contains(kept);
        assertThat(register.find(kept.code(), EVERYTHING)).contains(kept);
    }

    @Test
    void belongsToOperatorOwnerAndDelegateAndToNobodyElse() {
        RegisteredSystem system =
                SampleSystems.of(store.nextCode(), "Quản lý khám chữa bệnh", "org-so-y-te", "org-so-tai-chinh");
        store.add(system);

        assertThat(register.find(system.id(), HEALTH)).isPresent();
        assertThat(register.find(system.id(), new Scope.Organizations(Set.of("org-so-tai-chinh"))))
                .isPresent();
        assertThat(register.find(system.id(), new Scope.Organizations(Set.of("org-so-noi-vu"))))
                .isEmpty();
        assertThat(register.find(system.id(), new Scope.Organizations(Set.of())))
                .isEmpty();
    }

    @Test
    void listsWhatIsAskedForWithoutAccentsAndByLevel() {
        String mark = "Mốc " + UUID.randomUUID().toString().substring(0, 8);
        RegisteredSystem second = SampleSystems.of(store.nextCode(), mark + " đường thủy", "org-so-y-te");
        RegisteredSystem first = SampleSystems.of(store.nextCode(), mark + " an sinh", "org-so-noi-vu");
        store.add(second);
        store.add(first);

        assertThat(names(query(mark, Set.of()), EVERYTHING)).containsExactly(first.name(), second.name());
        assertThat(names(query("DUONG THUY", Set.of()), HEALTH)).contains(second.name());
        assertThat(names(query(mark, Set.of(0)), HEALTH)).containsExactly(second.name());
        assertThat(names(query(mark, Set.of(3)), EVERYTHING)).isEmpty();
        assertThat(register.findAll(List.of(first.id(), second.id()), HEALTH)).containsExactly(second);
    }

    private static SystemQuery query(String text, Set<Integer> levels) {
        return new SystemQuery(
                Query.words(text), null, levels, Set.of(), Set.of(), false, Map.of(), SystemQuery.Sort.NAME);
    }

    private List<String> names(SystemQuery query, Scope scope) {
        return register.list(query, scope).stream().map(RegisteredSystem::name).toList();
    }
}
