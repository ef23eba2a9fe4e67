package vn.chieng.api.dossiers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.chieng.api.dossiers.workflow.MoveOutcome;
import vn.chieng.api.forms.FormWords;
import vn.chieng.api.law.CurrentLaw;
import vn.chieng.api.systems.PackWords;
import vn.chieng.law.gates.GateCheck;
import vn.chieng.law.pack.Procedure;

/** Says in the reader's language why something is not possible; what the law demands is said in the pack's words. */
@Component
class RefusalWords {
    private final MessageSource messages;
    private final CurrentLaw law;
    private final PackWords packWords;

    RefusalWords(MessageSource messages, CurrentLaw law, PackWords packWords) {
        this.messages = messages;
        this.law = law;
        this.packWords = packWords;
    }

    /** A demand that is not met, with the place in the law it comes from. */
    record Shut(String text, String citation) {}

    List<Shut> shut(GateCheck check) {
        FormWords words = FormWords.in(FormWords.language(LocaleContextHolder.getLocale()));
        return check.closed().stream()
                .map(closed -> new Shut(
                        words.of(closed.gate().refusal()),
                        law.packs()
                                .find(check.pack())
                                .map(pack -> packWords.basis(closed.gate(), pack, LocaleContextHolder.getLocale()))
                                .orElse("")))
                .toList();
    }

    String of(DossierOutcome.Flaw flaw, Locale locale) {
        return messages.getMessage(
                "dossiers.flaw." + flaw.code(), flaw.arguments().toArray(), locale);
    }

    List<String> of(MoveOutcome why, Locale locale) {
        return switch (why) {
            case MoveOutcome.Moved _ -> List.of();
            case MoveOutcome.NotNow(var state) ->
                List.of(text("not-now", locale, text(locale, "dossiers.state." + state.code())));
            case MoveOutcome.NotYours(Set<Procedure.Side> sides) ->
                List.of(text("not-yours", locale, sides(sides, locale)));
            case MoveOutcome.OwnWork _ -> List.of(text("own-work", locale));
            case MoveOutcome.NotIndependent _ -> List.of(text("not-independent", locale));
            case MoveOutcome.GatesShut(GateCheck check) ->
                shut(check).stream()
                        .map(shut -> shut.text() + " (" + shut.citation() + ")")
                        .toList();
            case MoveOutcome.StepMissing _ -> List.of(text("step-missing", locale));
            case MoveOutcome.PaperNeeded _ -> List.of(text("paper-needed", locale));
            case MoveOutcome.ReasonNeeded _ -> List.of(text("reason-needed", locale));
            case MoveOutcome.RemarksOpen(int count) -> List.of(text("remarks-open", locale, count));
            case MoveOutcome.CouncilIncomplete(int count) -> List.of(text("council-incomplete", locale, count));
        };
    }

    String sides(Set<Procedure.Side> sides, Locale locale) {
        return Stream.of(Procedure.Side.values())
                .filter(sides::contains)
                .map(side -> text(locale, "dossiers.side." + side.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private String text(String code, Locale locale, Object... values) {
        return messages.getMessage("dossiers.refused." + code, values, locale);
    }

    private String text(Locale locale, String key) {
        return messages.getMessage(key, new Object[0], locale);
    }
}
