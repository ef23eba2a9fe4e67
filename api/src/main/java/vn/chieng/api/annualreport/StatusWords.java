package vn.chieng.api.annualreport;

import java.util.List;
import vn.chieng.law.pack.DossierContent.Vocabulary;
import vn.chieng.law.pack.DossierContent.Word;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Words;

/** The status words of the form, verbatim from the law pack, and what they mean for the figures. */
public final class StatusWords {
    private static final String APPROVED = "approved";
    private static final List<String> APPRAISED = List.of("appraised", APPROVED);
    private static final List<String> WRITTEN = List.of("sent", "appraised", APPROVED);

    private final List<Word> approval;
    private final List<Word> deployment;
    private final List<Word> assessment;

    private StatusWords(LawPack pack) {
        approval = words(pack, "approval-status");
        deployment = words(pack, "deployment-status");
        assessment = words(pack, "assessment-status");
    }

    public static StatusWords of(LawPack pack) {
        return new StatusWords(pack);
    }

    /** Whether the pack has the words at all: an old pack knows no such form. */
    public static boolean in(LawPack pack) {
        return List.of("approval-status", "deployment-status", "assessment-status").stream()
                .allMatch(
                        id -> pack.rule(id).filter(Vocabulary.class::isInstance).isPresent());
    }

    private static List<Word> words(LawPack pack, String id) {
        return pack.rule(id)
                .filter(Vocabulary.class::isInstance)
                .map(Vocabulary.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(pack.version() + " has no words for " + id))
                .words();
    }

    public List<Word> approval() {
        return approval;
    }

    public List<Word> deployment() {
        return deployment;
    }

    public List<Word> assessment() {
        return assessment;
    }

    boolean isApproved(String status) {
        return has(approval, status, List.of(APPROVED));
    }

    boolean isAppraised(String status) {
        return has(approval, status, APPRAISED);
    }

    boolean isWritten(String status) {
        return has(approval, status, WRITTEN);
    }

    boolean isFullyDeployed(String status) {
        return has(deployment, status, List.of("fully"));
    }

    boolean isPeriodic(List<String> statuses) {
        return statuses.stream().anyMatch(status -> has(assessment, status, List.of("periodic")));
    }

    static boolean isVerbatim(List<Word> words, String status) {
        return words.stream().anyMatch(word -> word.label().vi().equals(status));
    }

    /** The word of a key as the form prints it. */
    String approval(String key) {
        return approval.stream()
                .filter(word -> word.key().equals(key))
                .map(Word::label)
                .map(Words::vi)
                .findFirst()
                .orElse("");
    }

    private static boolean has(List<Word> words, String status, List<String> keys) {
        return words.stream()
                .anyMatch(word -> keys.contains(word.key()) && word.label().vi().equals(status));
    }
}
