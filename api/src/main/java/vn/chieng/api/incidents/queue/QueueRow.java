package vn.chieng.api.incidents.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the queue in a reader's language: the template only puts it into its places. A cell whose column is not shown is null.
 *
 * @param event what the live stream calls a change of it
 * @param escalated that those who may decide are asked; null where they are not
 * @param marks labels that stand beside the number, where they have no column of their own
 * @param menu what its menu of values is called
 */
public record QueueRow(
        long id,
        String number,
        String path,
        String quick,
        String event,
        String title,
        String subject,
        String detections,
        boolean drill,
        @Nullable String escalated,
        List<String> marks,
        String menu,
        @Nullable Grade severity,
        @Nullable About system,
        @Nullable Bodies organizations,
        @Nullable Work work,
        @Nullable List<String> labels,
        @Nullable String group,
        @Nullable String techniques,
        @Nullable String tlp,
        @Nullable Due deadline,
        @Nullable Moment created,
        @Nullable Moment seen) {

    /**
     * How grave it is.
     *
     * @param tone classes that colour it
     * @param shape what is drawn beside the word, since colour alone says nothing
     * @param whole the word without abbreviation
     */
    public record Grade(String tone, String shape, String word, String whole) {}

    /** The system it is about; its name is null where there is none that the reader may know. */
    public record About(
            @Nullable String path,
            @Nullable Integer level,
            @Nullable String name) {}

    /**
     * Whom it concerns: the first few, and how many more.
     *
     * @param system what it is about; null where that has a column of its own, or is not known
     */
    public record Bodies(
            List<String> names,
            @Nullable String more,
            @Nullable About system) {}

    /** Where it stands and who handles it. */
    public record Work(String tone, String state, String assignee) {}

    /**
     * The next legal deadline; its clock is null where none runs.
     *
     * @param word what is said of one that is over, since colour alone says nothing
     */
    public record Due(
            @Nullable String clock,
            @Nullable Moment at,
            @Nullable String tone,
            @Nullable String word) {}

    /** A time for machines, written out, and as people say it. */
    public record Moment(String machine, String exact, String relative) {}
}
