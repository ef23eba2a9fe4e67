package vn.chieng.api.systems.levels;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.systems.Determination;
import vn.chieng.api.systems.PackWords;
import vn.chieng.api.systems.PackWords.Cited;
import vn.chieng.law.levels.Classified;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;

/** Puts what a pack makes of a system into words. */
@Component
public final class LevelViews {
    private final PackWords words;

    LevelViews(PackWords words) {
        this.words = words;
    }

    public LevelView of(LevelAssessment assessment, Locale locale) {
        LawPack pack = assessment.pack();
        Classified outcome = assessment.outcome();
        PackHead.Transition transition = assessment.transition();
        Classified.Proposed proposed = outcome instanceof Classified.Proposed found ? found : null;
        return new LevelView(
                words.text(pack.head().title(), locale),
                pack.version().toString(),
                transition == null ? null : words.cited(transition, transition.label(), pack, locale),
                assessment.proposed(),
                proposed == null
                        ? null
                        : words.cited(proposed.level(), proposed.level().harm(), pack, locale),
                proposed == null ? List.of() : criteria(proposed.grounds(), pack, locale),
                proposed == null
                        ? List.of()
                        : criteria(
                                proposed.fired().stream()
                                        .filter(criterion -> !proposed.grounds().contains(criterion))
                                        .toList(),
                                pack,
                                locale),
                outcome instanceof Classified.Excluded(var _, List<Classification.Exclusion> by)
                        ? by.stream()
                                .map(each -> words.cited(each, each.reason(), pack, locale))
                                .toList()
                        : List.of(),
                open(outcome, pack, locale),
                changes(assessment.raising(), locale),
                changes(assessment.lowering(), locale),
                proposed == null ? List.of() : nearby(proposed, pack, locale),
                proposed == null ? List.of() : flags(proposed.flags(), pack, locale),
                proposed == null ? List.of() : flags(proposed.undecidedFlags(), pack, locale),
                higher(outcome, pack, locale),
                choices(pack, assessment.proposed(), locale));
    }

    private List<Cited> criteria(List<Classification.Criterion> criteria, LawPack pack, Locale locale) {
        return criteria.stream()
                .map(criterion -> words.cited(criterion, criterion.reason(), pack, locale))
                .toList();
    }

    private List<Cited> flags(List<Classification.Flag> flags, LawPack pack, Locale locale) {
        return flags.stream()
                .map(flag -> words.cited(flag, flag.label(), pack, locale))
                .toList();
    }

    private List<String> open(Classified outcome, LawPack pack, Locale locale) {
        Set<String> missing = switch (outcome) {
            case Classified.Excluded _ -> Set.of();
            case Classified.Undetermined undetermined -> undetermined.missing();
            case Classified.Proposed proposed -> proposed.missing();
        };
        return pack.classification().inputs().stream()
                .filter(input -> missing.contains(input.id()))
                .map(input -> words.text(input.label(), locale))
                .toList();
    }

    private List<LevelView.Change> changes(List<Counterfactual> changes, Locale locale) {
        return changes.stream()
                .map(change -> new LevelView.Change(
                        words.text(change.input().label(), locale),
                        words.answer(change.input(), change.answer(), locale),
                        change.to()))
                .toList();
    }

    private List<LevelView.Nearby> nearby(Classified.Proposed proposed, LawPack pack, Locale locale) {
        return proposed.warnings().stream()
                .map(warning -> new LevelView.Nearby(
                        words.cited(warning.counter(), warning.counter().label(), pack, locale),
                        warning.value(),
                        warning.counter().limit(),
                        warning.reached()))
                .toList();
    }

    private List<LevelView.Higher> higher(Classified outcome, LawPack pack, Locale locale) {
        List<Classified.Raise> raises = switch (outcome) {
            case Classified.Excluded _ -> List.of();
            case Classified.Undetermined undetermined -> undetermined.raises();
            case Classified.Proposed proposed -> proposed.raises();
        };
        return raises.stream()
                .map(Classified.Raise::criterion)
                .map(criterion -> new LevelView.Higher(
                        criterion.level(), words.cited(criterion, criterion.reason(), pack, locale)))
                .toList();
    }

    private List<LevelView.Choice> choices(LawPack pack, @Nullable Integer proposed, Locale locale) {
        if (proposed == null) {
            return List.of();
        }
        return pack.classification().levels().stream()
                .map(level -> new LevelView.Choice(
                        level.number(),
                        words.text(level.label(), locale),
                        rule(pack, proposed, level.number(), locale),
                        level.number() == proposed))
                .filter(choice -> choice.proposed() || choice.rule() != null)
                .toList();
    }

    private @Nullable Cited rule(LawPack pack, int proposed, int level, Locale locale) {
        Classification.Direction direction =
                level > proposed ? Classification.Direction.UPWARDS : Classification.Direction.DOWNWARDS;
        return level == proposed
                ? null
                : pack.classification().overrides().stream()
                        .filter(rule -> rule.direction() == direction)
                        .findFirst()
                        .map(rule -> words.cited(rule, rule.label(), pack, locale))
                        .orElse(null);
    }

    /** Criteria of a past determination, in the words of the pack it was made under. */
    List<Cited> grounds(Determination determination, LawPack pack, Locale locale) {
        return determination.grounds().stream()
                .map(id -> pack.classification().criteria().stream()
                        .filter(criterion -> criterion.id().equals(id))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .map(criterion -> words.cited(criterion, criterion.reason(), pack, locale))
                .toList();
    }

    /** The label of an input, for lists of ids. */
    String label(String inputId, LawPack pack, Locale locale) {
        Input input = pack.classification().input(inputId);
        return input == null ? inputId : words.text(input.label(), locale);
    }
}
