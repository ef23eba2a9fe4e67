package vn.chieng.sigma.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Estimates how much a regular expression grows when its counted repetitions are written out. */
final class RegexSize {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?}");

    private RegexSize() {}

    /**
     * An upper bound for how often any part is repeated: the product of all counts, as if each stood around the others
     * once it stands behind a group, and else the largest.
     */
    static long repeats(String regex) {
        long nested = 1;
        long flat = 1;
        Matcher count = COUNT.matcher(regex);
        while (count.find()) {
            String upper = count.group(3);
            long times = Long.parseLong(upper == null || upper.isEmpty() ? count.group(1) : upper);
            boolean group = count.start() > 0 && regex.charAt(count.start() - 1) == ')';
            if (group) {
                nested = Math.min(Integer.MAX_VALUE, nested * Math.max(1, times));
            } else {
                flat = Math.max(flat, times);
            }
        }
        return nested * flat;
    }
}
