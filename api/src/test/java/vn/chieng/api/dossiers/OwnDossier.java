package vn.chieng.api.dossiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.api.access.Role;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.dossiers.content.Answers;
import vn.chieng.api.dossiers.content.SectionContent;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.api.systems.SystemCard;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.SystemStore;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Requirements;

/** The dossier of the product itself: its system, what its sections say, and the people of its way, from a file. */
final class OwnDossier {
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");

    final LawPack pack;
    final RegisteredSystem system;
    final SignedIn writer;
    final SignedIn appraiser = person(9002, Role.APPRAISER, "org-cong-an", new Scope.Everything());
    final SignedIn owner = person(9003, Role.OWNER, "org-tinh-gia-lai", new Scope.Everything());
    private final Data data;

    /** The file. */
    record Data(SystemData system, Map<String, SectionData> sections, Map<String, String> groups) {}

    /** The system in it. */
    record SystemData(
            String code,
            String name,
            String operator,
            String owner,
            Map<String, Object> answers,
            List<String> grounds) {}

    /** A section in it. */
    record SectionData(
            @Nullable Map<String, String> texts, @Nullable List<SectionContent.Row> rows) {
        DossierWriting.Typed typed(int version) {
            return new DossierWriting.Typed(
                    version, texts == null ? Map.of() : texts, rows == null ? List.of() : rows, true);
        }
    }

    OwnDossier(ApplicationContext beans) {
        data = read();
        pack = beans.getBean(CurrentLaw.class).packs().latest("ND331-2026").orElseThrow();
        SystemStore store = beans.getBean(SystemStore.class);
        SystemData described = data.system();
        writer = person(
                9001, Role.OPERATOR, described.operator(), new Scope.Organizations(Set.of(described.operator())));
        system = new RegisteredSystem(
                UUID.randomUUID(),
                store.nextCode(),
                new SystemCard(
                        described.name(),
                        "Giám sát, ứng phó sự cố",
                        "Các cơ quan của tỉnh",
                        described.operator(),
                        described.owner(),
                        null,
                        new Hosting(Hosting.Kind.DATA_CENTRE, "Trung tâm dữ liệu tỉnh", false, Hosting.Contract.NONE),
                        null),
                SystemStatus.BUILDING,
                null,
                new SystemAnswers(Map.of(), described.answers(), Map.of()),
                new Determination(
                        pack.version(),
                        3,
                        3,
                        described.grounds(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        described.answers(),
                        "Người Thử",
                        AT),
                1,
                AT,
                AT);
        beans.getBean(TransactionTemplate.class).executeWithoutResult(_ -> store.add(system));
    }

    private static Data read() {
        try (InputStream in =
                Objects.requireNonNull(OwnDossier.class.getResourceAsStream("/dossiers/soc-platform.json"))) {
            return JsonMapper.builder().build().readValue(in, Data.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SignedIn person(long account, Role role, String organizationId, Scope scope) {
        return new SignedIn(
                account,
                "p" + account,
                "Người " + account,
                role,
                0,
                organizationId,
                scope,
                role.permissions(),
                "vi",
                Set.of());
    }

    /** What the file says of each section, requirement groups included, on top of these versions. */
    Map<String, DossierWriting.Typed> typed(Map<String, StoredSection> stored) {
        Map<String, DossierWriting.Typed> typed = new LinkedHashMap<>();
        data.sections().forEach((key, section) -> typed.put(key, section.typed(version(stored, key))));
        for (Requirements.Group group : pack.requirements().groups()) {
            String key = "part-plan." + group.id();
            List<SectionContent.Row> rows = pack.requirements().items().stream()
                    .filter(item ->
                            item.group().equals(group.id()) && item.levels().contains(3))
                    .map(item -> new SectionContent.Row(
                            item.id(),
                            Map.of(
                                    Answers.ANSWER,
                                    Answers.MET,
                                    Answers.HOW,
                                    Objects.requireNonNull(data.groups().get(group.id())),
                                    Answers.OWNER,
                                    "Quản trị hệ thống",
                                    Answers.DUE,
                                    "31/12/2026")))
                    .toList();
            if (!rows.isEmpty()) {
                typed.put(key, new DossierWriting.Typed(version(stored, key), Map.of(), rows, true));
            }
        }
        return typed;
    }

    private static int version(Map<String, StoredSection> stored, String key) {
        return stored.getOrDefault(key, StoredSection.blank(key)).version();
    }
}
