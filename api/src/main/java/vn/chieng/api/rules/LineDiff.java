package vn.chieng.api.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes one text of another, line by line. */
public final class LineDiff {
    /** Lines that differ beyond this many on a side are shown as taken out and put in as a whole. */
    static final int MOST_COMPARED = 2_000;

    private LineDiff() {}

    /**
     * A line of both texts, or of one.
     *
     * @param before its number in the first text; null where it is not there
     * @param after its number in the second text; null where it is not there
     */
    public record Line(@Nullable Integer before, @Nullable Integer after, String text) {

        /** Sign before the line, as in a patch. */
        public String sign() {
            return before == null ? "+" : after == null ? "-" : " ";
        }
    }

    /** The lines of both in order: shared ones once, then what went, then what came. */
    public static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < now.size() - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            lines.add(new Line(i + 1, i + 1, old.get(i)));
        }
        middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end), start, lines);
        for (int i = end; i > 0; i--) {
            lines.add(new Line(old.size() - i + 1, now.size() - i + 1, old.get(old.size() - i)));
        }
        return lines;
    }

    private static void middle(List<String> old, List<String> now, int start, List<Line> lines) {
        boolean compared = old.size() <= MOST_COMPARED && now.size() <= MOST_COMPARED;
        int[][] longest = compared ? longest(old, now) : new int[0][0];
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (compared && i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(start + i + 1, start + j + 1, old.get(i)));
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || !compared || longest[i + 1][j] >= longest[i][j + 1])) {
                lines.add(new Line(start + i + 1, null, old.get(i)));
                i++;
            } else {
                lines.add(new Line(null, start + j + 1, now.get(j)));
                j++;
            }
        }
    }

    /** Length of the longest common subsequence of the rests from each pair of places. */
    private static int[][] longest(List<String> old, List<String> now) {
        int[][] longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(now.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    /** Only the lines around changes, with a null line where some are left out. */
    public static List<@Nullable Line> around(List<Line> lines, int context) {
        List<@Nullable Line> shown = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (near(lines, i, context)) {
                if (i > last + 1) {
                    shown.add(null);
                }
                shown.add(lines.get(i));
                last = i;
            }
        }
        if (last >= 0 && last < lines.size() - 1) {
            shown.add(null);
        }
        return shown;
    }

    private static boolean near(List<Line> lines, int place, int context) {
        for (int i = Math.max(0, place - context); i <= Math.min(lines.size() - 1, place + context); i++) {
            if (!lines.get(i).sign().equals(" ")) {
                return true;
            }
        }
        return false;
    }
}
