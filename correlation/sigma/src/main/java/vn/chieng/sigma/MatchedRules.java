package vn.chieng.sigma;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import vn.chieng.sigma.rule.SigmaRule;

/** Collects the numbers of the rules that one event matches. */
final class MatchedRules implements IntConsumer {
    private static final int FIRST_SIZE = 8;

    private final List<SigmaRule> rules;
    private int[] numbers = new int[FIRST_SIZE];
    private int size;

    MatchedRules(List<SigmaRule> rules) {
        this.rules = rules;
    }

    void clear() {
        size = 0;
    }

    @Override
    public void accept(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size] = number;
        size++;
    }

    List<SigmaRule> inOrder() {
        if (size == 0) {
            return List.of();
        }
        return IntStream.of(Arrays.copyOf(numbers, size))
                .sorted()
                .mapToObj(rules::get)
                .toList();
    }
}
