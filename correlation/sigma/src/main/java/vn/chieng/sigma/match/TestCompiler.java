package vn.chieng.sigma.match;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.IpNetwork;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.rule.TimePart;
import vn.chieng.sigma.rule.ValueTest;
import vn.chieng.sigma.text.CaseFolding;
import vn.chieng.sigma.text.TextMatcher;
import vn.chieng.sigma.text.TextPattern;

/** Compiles the tests of single values; literals are folded here, once. */
final class TestCompiler {
    private final FieldSlots slots;
    private final LogSource logSource;
    private final SigmaSettings settings;

    TestCompiler(FieldSlots slots, LogSource logSource, SigmaSettings settings) {
        this.slots = slots;
        this.logSource = logSource;
        this.settings = settings;
    }

    FieldTest compile(ValueTest test) {
        return switch (test) {
            case ValueTest.Text(TextPattern pattern, boolean cased) -> text(TextMatcher.of(pattern, cased), cased);
            case ValueTest.Numeric numeric -> any(number(numeric));
            case ValueTest.Truth(boolean value) -> {
                String text = Boolean.toString(value);
                yield any(scalar -> scalar.folded().equals(text));
            }
            case ValueTest.Null _ -> (field, _) -> !field.filled();
            case ValueTest.Exists(boolean expected) -> (field, _) -> field.known() == expected;
            case ValueTest.Regex(Pattern pattern) -> any(new RegexTest(pattern));
            case ValueTest.Network(IpNetwork network) ->
                any(scalar -> {
                    byte[] address = scalar.address();
                    return address != null && network.contains(address);
                });
            case ValueTest.Comparison(ValueTest.Operator operator, BigDecimal limit) ->
                any(scalar -> compares(scalar.number(), operator, limit));
            case ValueTest.Time(TimePart part, ValueTest.Operator operator, BigDecimal limit) ->
                any(scalar -> {
                    ZonedDateTime time = Timestamps.read(scalar, settings.zone());
                    return time != null && compares(BigDecimal.valueOf(part.of(time)), operator, limit);
                });
            case ValueTest.Reference reference -> reference(reference);
        };
    }

    private static FieldTest text(TextMatcher matcher, boolean cased) {
        if (matcher instanceof TextMatcher.Anything) {
            return (field, _) -> field.filled();
        }
        return any(cased ? scalar -> matcher.matches(scalar.text()) : scalar -> matcher.matches(scalar.folded()));
    }

    private static Predicate<Scalar> number(ValueTest.Numeric numeric) {
        String written = CaseFolding.fold(numeric.written());
        String normal = CaseFolding.fold(numeric.value().toPlainString());
        return scalar -> {
            if (scalar.isNumber()) {
                BigDecimal number = scalar.number();
                return number != null && number.compareTo(numeric.value()) == 0;
            }
            return scalar.folded().equals(written) || scalar.folded().equals(normal);
        };
    }

    private static boolean compares(@Nullable BigDecimal number, ValueTest.Operator operator, BigDecimal limit) {
        return number != null && operator.holds(number.compareTo(limit));
    }

    private FieldTest reference(ValueTest.Reference reference) {
        int other = slots.slot(reference.field(), logSource);
        return (field, event) -> {
            FieldValue others = event.field(other);
            for (int i = 0; i < others.size(); i++) {
                for (int j = 0; j < field.size(); j++) {
                    if (relates(field.scalar(j), others.scalar(i), reference)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    private static boolean relates(Scalar left, Scalar right, ValueTest.Reference reference) {
        String text = reference.cased() ? left.text() : left.folded();
        String other = reference.cased() ? right.text() : right.folded();
        return switch (reference.relation()) {
            case EQUALS -> text.equals(other);
            case CONTAINS -> text.contains(other);
            case STARTS_WITH -> text.startsWith(other);
            case ENDS_WITH -> text.endsWith(other);
        };
    }

    /** A test holds for a list of values if it holds for any of them. */
    static FieldTest any(Predicate<Scalar> test) {
        return (field, _) -> {
            for (int i = 0; i < field.size(); i++) {
                if (test.test(field.scalar(i))) {
                    return true;
                }
            }
            return false;
        };
    }
}
