package vn.chieng.law.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chieng.law.TestPacks;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** Systems of our own with the level and every criterion that they must get, worked out apart from this code. */
class GoldenSystemsTest {
    private static final int AT_LEAST = 200;
    private static final List<Golden> SYSTEMS = Arrays.asList(TestPacks.cases("golden-systems.json", Golden[].class));

    record Golden(String id, String name, Map<String, Object> answers, Map<String, Expected> expected) {}

    record Expected(
            @Nullable Integer level,
            @Nullable List<String> criteria,
            @Nullable List<String> excluded) {}

    @ParameterizedTest
    @ValueSource(strings = {"ND331-2026", "ND85-2016"})
    void everySystemGetsItsLevelAndExactlyItsCriteria(String name) {
        LawPack pack = TestPacks.shipped(name);
        assertThat(SYSTEMS).hasSizeGreaterThanOrEqualTo(AT_LEAST).allSatisfy(system -> {
            Classified classified = new LevelProposal(pack).propose(TestPacks.facts(inputs(pack), asked(pack, system)));
            Expected expected = Objects.requireNonNull(system.expected().get(name));
            switch (classified) {
                case Classified.Excluded excluded ->
                    assertThat(excluded.by())
                            .extracting(Classification.Exclusion::id)
                            .containsExactlyElementsOf(Objects.requireNonNull(expected.excluded()));
                case Classified.Undetermined _ -> {
                    assertThat(expected.level()).as(system.id()).isNull();
                    assertThat(expected.criteria()).as(system.id()).isEmpty();
                }
                case Classified.Proposed proposed -> {
                    assertThat(proposed.level().number()).as(system.id()).isEqualTo(expected.level());
                    assertThat(proposed.fired())
                            .extracting(Classification.Criterion::id)
                            .containsExactlyElementsOf(Objects.requireNonNull(expected.criteria()));
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ND331-2026", "ND85-2016"})
    void everyCriterionDecidesSomewhereAndEveryValueOfEveryInputOccurs(String name) {
        LawPack pack = TestPacks.shipped(name);
        Set<String> decided = new HashSet<>();
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Golden system : SYSTEMS) {
            Expected expected = Objects.requireNonNull(system.expected().get(name));
            if (expected.level() != null) {
                Stream.ofNullable(expected.criteria())
                        .flatMap(List::stream)
                        .filter(id -> level(pack, id) == expected.level())
                        .forEach(decided::add);
            }
            asked(pack, system)
                    .forEach((input, answer) -> values(answer)
                            .forEach(value -> seen.computeIfAbsent(input, _ -> new HashSet<>())
                                    .add(value)));
        }
        assertThat(pack.classification().criteria())
                .extracting(Classification.Criterion::id)
                .allMatch(decided::contains);
        assertThat(pack.classification().inputs())
                .allSatisfy(
                        input -> assertThat(seen.get(input.id())).as(input.id()).containsAll(possible(input)));
    }

    @Test
    void bothSidesOfEveryThresholdOccur() {
        assertThat(SYSTEMS)
                .extracting(system -> system.answers().get("basic-data-subjects"))
                .contains(99_999, 100_000);
        assertThat(SYSTEMS)
                .extracting(system -> system.answers().get("sensitive-data-subjects"))
                .contains(9_999, 10_000);
        assertThat(SYSTEMS)
                .extracting(system -> system.answers().get("users-with-personal-data"))
                .contains(9_999, 10_000);
    }

    private static int level(LawPack pack, String criterion) {
        return pack.classification().criteria().stream()
                .filter(candidate -> candidate.id().equals(criterion))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static List<Input> inputs(LawPack pack) {
        return pack.classification().inputs();
    }

    /** The answers that this pack asks for; the others belong to the other pack. */
    private static Map<String, Object> asked(LawPack pack, Golden system) {
        Map<String, Object> asked = new TreeMap<>(system.answers());
        asked.keySet().removeIf(input -> pack.classification().input(input) == null);
        return asked;
    }

    private static List<String> values(Object answer) {
        return answer instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(answer));
    }

    private static List<String> possible(Input input) {
        return switch (input.type()) {
            case BOOLEAN -> List.of("true", "false");
            case INTEGER -> List.of("0");
            case ENUM, SET -> input.options().stream().map(Input.Option::value).toList();
        };
    }
}
