package vn.chieng.law.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chieng.law.TestPacks;
import vn.chieng.law.conditions.Condition;
import vn.chieng.law.conditions.Truth;
import vn.chieng.law.conditions.Unmet;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;

class LevelProposalTest {
    private static final Map<String, LawPack> PACKS = Map.of(
            "ND331-2026", TestPacks.shipped("ND331-2026"),
            "ND85-2016", TestPacks.shipped("ND85-2016"));
    private static final LawPack PACK = Objects.requireNonNull(PACKS.get("ND331-2026"));

    record Case(
            String name,
            String pack,
            Map<String, Object> facts,
            @Nullable Integer level,
            @Nullable List<String> grounds,
            @Nullable List<String> citations,
            @Nullable List<String> warnings,
            @Nullable List<String> flags,
            @Nullable String suggestion) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(TestPacks.cases("levels.json", Case[].class));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theHighestCriterionWinsAndIsNamedWithItsCitation(Case given) {
        LawPack pack = Objects.requireNonNull(PACKS.get(given.pack()));
        Classified classified = new LevelProposal(pack)
                .propose(TestPacks.facts(pack.classification().inputs(), given.facts()));
        assertThat(classified.pack()).isEqualTo(pack.version());
        if (given.level() == null) {
            assertThat(classified).isInstanceOf(Classified.Undetermined.class);
            return;
        }
        assertThat(classified).isInstanceOfSatisfying(Classified.Proposed.class, proposed -> {
            assertThat(proposed.level().number()).isEqualTo(given.level());
            assertThat(proposed.grounds())
                    .extracting(Classification.Criterion::id)
                    .containsExactlyElementsOf(Objects.requireNonNull(given.grounds()));
            if (given.citations() != null) {
                assertThat(proposed.grounds().stream()
                                .flatMap(ground -> ground.basis().cite().stream())
                                .map(Object::toString))
                        .containsExactlyElementsOf(given.citations());
            }
            if (given.warnings() != null) {
                assertThat(proposed.warnings())
                        .extracting(warning -> warning.counter().id())
                        .containsExactlyElementsOf(given.warnings());
            }
            assertThat(proposed.flags())
                    .extracting(Classification.Flag::id)
                    .containsExactlyElementsOf(given.flags() == null ? List.of() : given.flags());
        });
    }

    @Test
    void everySuggestionIsOneOfTheLevelsThatItsCasesGet() {
        Map<String, List<Case>> bySuggestion =
                cases().filter(given -> given.suggestion() != null).collect(Collectors.groupingBy(Case::suggestion));
        assertThat(PACK.classification().suggestions())
                .allSatisfy(suggestion -> assertThat(bySuggestion.get(suggestion.id()))
                        .isNotEmpty()
                        .allSatisfy(given -> assertThat(suggestion.levels()).contains(given.level())));
    }

    @Test
    void saysWhatWouldRaiseTheLevel() {
        Classified.Proposed proposed = proposed(Map.of(
                "online-service",
                true,
                "conditional-business",
                false,
                "administrative-procedures",
                false,
                "basic-data-subjects",
                90000));
        Classified.Raise raise = proposed.raises().stream()
                .filter(candidate -> candidate.criterion().id().equals("c3-online-many-basic"))
                .findFirst()
                .orElseThrow();
        assertThat(raise.unmet())
                .containsExactly(new Unmet(new Condition.AtLeast("basic-data-subjects", 100000), Truth.FAILS));
        assertThat(proposed.raises()).allMatch(other -> other.criterion().level() > 2);
    }

    @Test
    void asksOnlyForInputsThatCouldStillRaiseTheLevel() {
        Classified.Proposed proposed = proposed(Map.of(
                "online-service",
                false,
                "system-type",
                "internal",
                "information-classes",
                List.of("private"),
                "defence-security-use",
                false));
        assertThat(proposed.missing())
                .contains("administrative-procedures", "infrastructure-scope", "controlled-works")
                .doesNotContain("basic-data-subjects", "conditional-business", "national-security-harm");
    }

    @Test
    void aMissingCountLeavesTheLevelOpenUpwards() {
        assertThat(proposed(Map.of("online-service", true, "conditional-business", false))
                        .missing())
                .contains("basic-data-subjects", "sensitive-data-subjects");
    }

    @Test
    void aFlagThatNobodyAnsweredIsNamedBecauseItChangesTheRoute() {
        assertThat(proposed(Map.of("infrastructure-scope", "sector-or-province"))
                        .undecidedFlags())
                .extracting(Classification.Flag::id)
                .containsExactly("important");
        assertThat(proposed(Map.of("infrastructure-scope", "sector-or-province", "nationally-important", false))
                        .undecidedFlags())
                .isEmpty();
    }

    @Test
    void nothingKnownProposesNothingAndAsksForEverything() {
        Classified classified = new LevelProposal(PACK)
                .propose(TestPacks.facts(PACK.classification().inputs(), Map.of()));
        assertThat(classified)
                .isInstanceOfSatisfying(
                        Classified.Undetermined.class,
                        open -> assertThat(open.missing())
                                .contains("system-type", "information-classes", "online-service"));
    }

    @Test
    void aMilitarySystemIsNotClassified() {
        Classified classified = new LevelProposal(PACK)
                .propose(TestPacks.facts(
                        PACK.classification().inputs(),
                        Map.of("military-or-cipher", true, "infrastructure-scope", "one-body")));
        assertThat(classified).isInstanceOf(Classified.Excluded.class);
    }

    record RouteCase(
            int level,
            boolean important,
            String route,
            List<String> writes,
            List<String> opinion,
            List<String> appraises,
            List<String> approves,
            @Nullable List<String> lists,
            List<String> reports,
            int completeness,
            int appraisal,
            boolean appraisalSuggested,
            int approval,
            String decision) {}

    static Stream<RouteCase> routes() {
        return Arrays.stream(TestPacks.cases("routes.json", RouteCase[].class));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aLevelFollowsItsRoute(RouteCase given) {
        List<Classification.Flag> flags =
                given.important() ? PACK.classification().flags() : List.of();
        Procedure.Route route = Classified.route(PACK, given.level(), flags).orElseThrow();
        assertThat(route.id()).isEqualTo(given.route());
        assertThat(by(route, Procedure.Act.WRITE)).isEqualTo(given.writes());
        assertThat(by(route, Procedure.Act.EXPERT_OPINION)).isEqualTo(given.opinion());
        assertThat(by(route, Procedure.Act.APPRAISE)).isEqualTo(given.appraises());
        assertThat(by(route, Procedure.Act.APPROVE)).isEqualTo(given.approves());
        assertThat(by(route, Procedure.Act.LIST)).isEqualTo(given.lists() == null ? List.of() : given.lists());
        assertThat(step(route, Procedure.Act.REPORT).map(Procedure.Step::with).orElse(List.of()))
                .isEqualTo(given.reports());
        assertThat(limit(route, Procedure.Act.COMPLETENESS).amount()).isEqualTo(given.completeness());
        assertThat(limit(route, Procedure.Act.APPRAISE).amount()).isEqualTo(given.appraisal());
        assertThat(limit(route, Procedure.Act.APPRAISE).suggested()).isEqualTo(given.appraisalSuggested());
        assertThat(limit(route, Procedure.Act.APPROVE).amount()).isEqualTo(given.approval());
        assertThat(step(route, Procedure.Act.APPROVE).map(Procedure.Step::form)).contains(given.decision());
    }

    private static java.util.Optional<Procedure.Step> step(Procedure.Route route, Procedure.Act act) {
        return route.steps().stream().filter(step -> step.act() == act).findFirst();
    }

    private static List<String> by(Procedure.Route route, Procedure.Act act) {
        return step(route, act).map(Procedure.Step::by).orElse(List.of());
    }

    private static Procedure.Deadline limit(Procedure.Route route, Procedure.Act act) {
        String id = step(route, act).map(Procedure.Step::within).orElseThrow();
        return (Procedure.Deadline) PACK.rule(id).orElseThrow();
    }

    private static Classified.Proposed proposed(Map<String, Object> answers) {
        return (Classified.Proposed) new LevelProposal(PACK)
                .propose(TestPacks.facts(PACK.classification().inputs(), answers));
    }
}
