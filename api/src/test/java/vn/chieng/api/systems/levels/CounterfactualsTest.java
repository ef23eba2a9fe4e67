package vn.chieng.api.systems.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import vn.chieng.api.systems.SampleSystems;
import vn.chieng.api.systems.SystemAnswers;
import vn.chieng.law.ShippedLaw;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.levels.LevelProposal;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

class CounterfactualsTest {
    static final List<LawPack> PACKS = packs();

    private static List<LawPack> packs() {
        List<LawPack> packs = new ArrayList<>();
        for (PackFiles files : ShippedLaw.packs()) {
            switch (PackReader.read(files)) {
                case PackReading.Accepted(LawPack pack) -> packs.add(pack);
                case PackReading.Refused refused -> throw new AssertionError(refused.toString());
            }
        }
        return packs;
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void eachNamedChangeLeadsExactlyToTheLevelItNames(LawPack pack) {
        Random random = new Random(20_260_819);
        LevelProposal proposal = new LevelProposal(pack);
        Counterfactuals counterfactuals = new Counterfactuals(pack);
        int named = 0;
        for (int i = 0; i < 300; i++) {
            Facts facts = random(pack, random);
            int now = level(proposal.propose(facts));
            for (Counterfactual change : counterfactuals.nearest(facts)) {
                Facts changed = facts.with(change.input().id(), change.answer());
                assertThat(level(proposal.propose(changed))).isEqualTo(change.to());
                assertThat(change.from()).isEqualTo(now).isNotEqualTo(change.to());
                named++;
            }
        }
        assertThat(named).isPositive();
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void noSingleAnswerLeadsToANearerLevelThanTheOnesNamed(LawPack pack) {
        Random random = new Random(7);
        LevelProposal proposal = new LevelProposal(pack);
        for (int i = 0; i < 150; i++) {
            Facts facts = random(pack, random);
            List<Counterfactual> nearest = new Counterfactuals(pack).nearest(facts);
            int now = level(proposal.propose(facts));
            int up = nearest.stream()
                    .filter(Counterfactual::raises)
                    .mapToInt(Counterfactual::to)
                    .min()
                    .orElse(10);
            for (Input input : pack.classification().inputs()) {
                for (Fact fact : singly(input, random)) {
                    int then = level(proposal.propose(facts.with(input.id(), fact)));
                    assertThat(then <= now || then >= up)
                            .as("%s of %s with %s", fact, input.id(), facts)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"99999,100000", "5,100000", "100000,99999", "500000,99999"})
    void namesTheBoundaryOfANumberAndNotTheNumberItself(int present, int boundary) {
        LawPack pack = PACKS.stream()
                .filter(each -> each.classification().counters().size() == 2)
                .findFirst()
                .orElseThrow();
        Facts facts = new SystemAnswers(
                        SampleSystems.online(present).scoping(),
                        SampleSystems.online(present).inputs(),
                        java.util.Map.of())
                .facts(pack);

        assertThat(new Counterfactuals(pack).nearest(facts))
                .filteredOn(change -> change.input().id().equals("basic-data-subjects"))
                .extracting(Counterfactual::answer)
                .containsExactly(new Fact.Count(boundary));
    }

    @Test
    void bothShippedPacksAreTried() {
        assertThat(PACKS).hasSizeGreaterThan(1);
    }

    /** Of several options only one is changed at a time, which the register tries too. */
    private static List<Fact> singly(Input input, Random random) {
        return input.type() == Input.Type.SET ? List.of() : answers(input, random);
    }

    private static Facts random(LawPack pack, Random random) {
        Facts facts = Facts.NONE;
        for (Input input : pack.classification().inputs()) {
            if (random.nextInt(4) > 0) {
                List<Fact> answers = answers(input, random);
                facts = facts.with(input.id(), answers.get(random.nextInt(answers.size())));
            }
        }
        return facts;
    }

    private static List<Fact> answers(Input input, Random random) {
        return switch (input.type()) {
            case BOOLEAN -> List.of(new Fact.Flag(true), new Fact.Flag(false), new Fact.Flag(false));
            case ENUM ->
                input.options().stream()
                        .<Fact>map(option -> new Fact.Choice(option.value()))
                        .toList();
            case INTEGER ->
                List.of(new Fact.Count(random.nextInt(200_000)), new Fact.Count(9_999), new Fact.Count(99_999));
            case SET -> {
                Set<String> chosen = new HashSet<>();
                input.options().stream()
                        .filter(_ -> random.nextBoolean())
                        .forEach(option -> chosen.add(option.value()));
                yield List.of(new Fact.Choices(chosen));
            }
        };
    }

    private static int level(Classified outcome) {
        return outcome instanceof Classified.Proposed proposed
                ? proposed.level().number()
                : 0;
    }
}
