package vn.chieng.law.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chieng.law.TestPacks;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** The pack against the table of levels written down a second time, as plain conditions. */
class RandomSystemsTest {
    private static final LawPack PACK = TestPacks.shipped("ND331-2026");
    private static final int[] COUNTS = {0, 1, 7_999, 8_000, 9_999, 10_000, 10_001, 99_999, 100_000, 100_001};

    @Test
    void completeAnswersGetTheLevelOfTheTable() {
        Random random = new Random(331);
        int[] seen = new int[6];
        for (int round = 0; round < 50_000; round++) {
            Map<String, Object> answers = answers(random);
            Classified classified = new LevelProposal(PACK)
                    .propose(TestPacks.facts(PACK.classification().inputs(), answers));
            int level = classified instanceof Classified.Proposed proposed
                    ? proposed.level().number()
                    : 0;
            assertThat(level).as("%s", answers).isEqualTo(level(answers));
            seen[level]++;
        }
        assertThat(seen).doesNotContain(0);
    }

    private static Map<String, Object> answers(Random random) {
        Map<String, Object> answers = new HashMap<>();
        for (Input input : PACK.classification().inputs()) {
            // plain answers are the more likely ones, so that low levels occur too
            boolean plain = random.nextInt(8) > 0;
            List<Input.Option> options = input.options();
            answers.put(
                    input.id(),
                    switch (input.type()) {
                        case BOOLEAN -> !plain;
                        case INTEGER -> COUNTS[random.nextInt(COUNTS.length)];
                        case ENUM ->
                            options.get(plain ? 0 : random.nextInt(options.size()))
                                    .value();
                        case SET -> some(options, random);
                    });
        }
        answers.put("online-service", random.nextBoolean());
        answers.put("military-or-cipher", false);
        return answers;
    }

    private static List<String> some(List<Input.Option> options, Random random) {
        List<String> chosen = new ArrayList<>();
        options.stream().filter(_ -> random.nextInt(3) == 0).forEach(option -> chosen.add(option.value()));
        return chosen.isEmpty() ? List.of(options.getFirst().value()) : chosen;
    }

    private static int level(Map<String, Object> a) {
        List<?> classes = (List<?>) a.get("information-classes");
        boolean guarded = classes.contains("state-secret") || is(a, "defence-security-use");
        String harm = guarded ? text(a, "national-security-harm") : "none";
        String scope = text(a, "infrastructure-scope");
        String works = text(a, "controlled-works");
        String set = text(a, "level-set-by-authority");
        boolean online = is(a, "online-service");
        boolean conditional = is(a, "conditional-business");
        boolean internal = text(a, "system-type").equals("internal");
        if (harm.equals("exceptional")
                || is(a, "national-central-storage")
                || scope.equals("international-link")
                || works.equals("special")
                || set.equals("level-5")) {
            return 5;
        }
        if (harm.equals("serious")
                || is(a, "national-e-government")
                || scope.equals("nationwide-continuous")
                || works.equals("class-1")
                || set.equals("level-4")) {
            return 4;
        }
        boolean many = count(a, "basic-data-subjects") >= 100_000 || count(a, "sensitive-data-subjects") >= 10_000;
        if (harm.equals("harm")
                || (online && (conditional || many))
                || is(a, "administrative-procedures")
                || scope.equals("sector-or-province")
                || works.startsWith("class-")
                || set.equals("level-3")) {
            return 3;
        }
        boolean confidential = classes.contains("private") || classes.contains("personal");
        if (online
                || scope.equals("one-body")
                || set.equals("level-2")
                || (internal && confidential && !classes.contains("state-secret"))) {
            return 2;
        }
        return internal && classes.equals(List.of("public")) ? 1 : 0;
    }

    private static boolean is(Map<String, Object> answers, String input) {
        return Boolean.TRUE.equals(answers.get(input));
    }

    private static String text(Map<String, Object> answers, String input) {
        return String.valueOf(answers.get(input));
    }

    private static int count(Map<String, Object> answers, String input) {
        return answers.get(input) instanceof Integer count ? count : 0;
    }
}
