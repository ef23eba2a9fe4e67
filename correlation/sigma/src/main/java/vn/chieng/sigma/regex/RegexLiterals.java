package vn.chieng.sigma.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what every text that a regular expression matches must hold: some literals, of each of which it holds one form. */
public final class RegexLiterals {
    private static final int SHORTEST = 2;

    private final StringBuilder run = new StringBuilder();
    private final List<List<String>> needed = new ArrayList<>();

    private RegexLiterals() {}

    /** Each item lists folded literals of which one is needed; no items where nothing can be said. */
    public static List<List<String>> of(RegexTree tree) {
        RegexLiterals literals = new RegexLiterals();
        literals.add(tree);
        literals.end();
        return literals.needed;
    }

    private void add(RegexTree tree) {
        switch (tree) {
            case RegexTree.One(Letters letters) -> {
                if (letters.isOne()) {
                    run.append(letters.first());
                } else {
                    end();
                }
            }
            case RegexTree.Sequence(List<RegexTree> parts) -> parts.forEach(this::add);
            case RegexTree.Choice(List<RegexTree> branches) -> {
                end();
                addAny(branches);
            }
            case RegexTree.Repeat(RegexTree inner, int least, int most) -> {
                if (least > 0) {
                    add(inner);
                }
                if (least != 1 || most != 1) {
                    end();
                }
            }
        }
    }

    private void addAny(List<RegexTree> branches) {
        List<String> union = new ArrayList<>();
        for (RegexTree branch : branches) {
            List<List<String>> inner = of(branch);
            if (inner.isEmpty()) {
                return;
            }
            union.addAll(longest(inner));
        }
        needed.add(List.copyOf(union));
    }

    private static List<String> longest(List<List<String>> needed) {
        return needed.stream()
                .max(Comparator.comparingInt(
                        forms -> forms.stream().mapToInt(String::length).min().orElse(0)))
                .orElse(List.of());
    }

    private void end() {
        if (run.length() >= SHORTEST) {
            needed.add(List.of(run.toString()));
        }
        run.setLength(0);
    }
}
