package vn.chieng.api.systems.levels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.systems.PackWords.Cited;

/**
 * What the page of a level shows, in the reader's language.
 *
 * @param proposed null where the pack proposes none
 * @param grounds the criteria that decide
 * @param others criteria met of lower levels
 * @param excluded why the pack does not classify the system
 * @param open questions on whose answer a higher level may still depend
 * @param raising single answers that would raise the level
 * @param lowering single answers that would lower it
 * @param nearby counters near or past a limit
 */
public record LevelView(
        String pack,
        String version,
        @Nullable Cited transition,
        @Nullable Integer proposed,
        @Nullable Cited level,
        List<Cited> grounds,
        List<Cited> others,
        List<Cited> excluded,
        List<String> open,
        List<Change> raising,
        List<Change> lowering,
        List<Nearby> nearby,
        List<Cited> flags,
        List<Cited> undecided,
        List<Higher> higher,
        List<Choice> choices) {

    /** One other answer, and where it would lead. */
    public record Change(String question, String answer, int level) {}

    /** A counter, its number and its limit. */
    public record Nearby(Cited label, int value, int limit, boolean reached) {}

    /** A criterion of a higher level that is not met. */
    public record Higher(int level, Cited criterion) {}

    /** A level that a person may choose, with what the pack asks for that. */
    public record Choice(int number, String label, @Nullable Cited rule, boolean proposed) {}
}
