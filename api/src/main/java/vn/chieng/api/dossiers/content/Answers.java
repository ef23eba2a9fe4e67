package vn.chieng.api.dossiers.content;

import java.util.List;

/** The columns of an answered requirement, and what counts as an answer. */
public final class Answers {
    public static final String ANSWER = "answer";
    public static final String HOW = "how";
    public static final String EVIDENCE = "evidence";
    public static final String OWNER = "owner";
    public static final String DUE = "due";

    /** All of them, in their order. */
    public static final List<String> COLUMNS = List.of(ANSWER, HOW, EVIDENCE, OWNER, DUE);

    /** The answer that asks for a reason, and none of its own words: the key of the pack's vocabulary. */
    public static final String MET = "met";

    private Answers() {}

    /** An answer other than "met" says how, or why not. */
    public static boolean answered(SectionContent.Row row) {
        String answer = row.cell(ANSWER);
        return !answer.isEmpty() && (answer.equals(MET) || !row.cell(HOW).isEmpty());
    }
}
