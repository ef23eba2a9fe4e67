package vn.chieng.sigma.match;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Predicate;
import vn.chieng.sigma.text.RegexLiterals;

/** A regular expression behind what its matches cannot do without, because looking for literals costs a hundredth. */
final class RegexTest implements Predicate<Scalar> {
    private final Pattern pattern;
    private final List<List<String>> needed;

    RegexTest(Pattern pattern) {
        this.pattern = pattern;
        this.needed = RegexLiterals.of(pattern.pattern());
    }

    @Override
    public boolean test(Scalar scalar) {
        if (!needed.isEmpty()) {
            String folded = scalar.folded();
            for (List<String> forms : needed) {
                if (!holdsAny(folded, forms)) {
                    return false;
                }
            }
        }
        return pattern.matcher(scalar.text()).find();
    }

    private static boolean holdsAny(String folded, List<String> forms) {
        for (int i = 0; i < forms.size(); i++) {
            if (folded.contains(forms.get(i))) {
                return true;
            }
        }
        return false;
    }
}
