package vn.chieng.sigma.match;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.regex.RegexLiterals;
import vn.chieng.sigma.regex.RegexReader;
import vn.chieng.sigma.regex.RegexSieve;
import vn.chieng.sigma.regex.RegexTree;

/** A regular expression behind what its matches cannot do without, because to look for that costs a hundredth. */
final class RegexTest implements Predicate<Scalar> {
    private final Pattern pattern;
    private final List<List<String>> needed;
    private final @Nullable RegexSieve sieve;

    RegexTest(Pattern pattern) {
        this.pattern = pattern;
        Optional<RegexTree> tree = RegexReader.read(pattern.pattern());
        this.needed = tree.map(RegexLiterals::of).orElse(List.of());
        this.sieve = tree.flatMap(RegexSieve::of).orElse(null);
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
        String text = scalar.text();
        return (sieve == null || sieve.lets(text)) && pattern.matcher(text).find();
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
