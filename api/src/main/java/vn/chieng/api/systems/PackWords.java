package vn.chieng.api.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.chieng.law.conditions.Fact;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.Citation;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Rule;
import vn.chieng.law.pack.Words;

/** Says what stands in a pack in the reader's language, with where it stands in the law and how far it may be relied on. */
@Component("packWords")
public final class PackWords {
    private final MessageSource messages;

    PackWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A text of a pack with its legal basis; the keys are those of the bundle of law. */
    public record Cited(String id, String text, String basis, String statusKey, String relianceKey, boolean verified) {}

    /** In a language; Vietnamese is the source. */
    public String text(Words words, Locale locale) {
        return locale.getLanguage().equals("en") ? words.en() : words.vi();
    }

    /** A rule's text beside where it stands. */
    public Cited cited(Rule rule, Words words, LawPack pack, Locale locale) {
        Basis basis = rule.basis();
        return new Cited(
                rule.id(),
                text(words, locale),
                basis(rule, pack, locale),
                "law.status." + basis.status(),
                "law.reliance." + basis.reliance(),
                basis.reliance() == Basis.Reliance.VERIFIED);
    }

    /** All places of a rule. */
    public String basis(Rule rule, LawPack pack, Locale locale) {
        return places(rule.basis().cite(), pack, locale);
    }

    /** Places in the law, as people write them. */
    public String places(List<Citation> citations, LawPack pack, Locale locale) {
        return citations.stream()
                .map(citation -> citation(citation, pack, locale))
                .collect(Collectors.joining("; "));
    }

    private String citation(Citation citation, LawPack pack, Locale locale) {
        List<String> parts = new ArrayList<>();
        part("point", citation.point(), locale).ifPresent(parts::add);
        part("clause", citation.clause(), locale).ifPresent(parts::add);
        part("article", citation.article(), locale).ifPresent(parts::add);
        parts.add(pack.instrument(citation.instrument())
                .map(instrument -> text(instrument.shortName(), locale))
                .orElse(citation.instrument()));
        return String.join(" ", parts);
    }

    private Optional<String> part(String name, @Nullable String value, Locale locale) {
        return Optional.ofNullable(value)
                .map(number -> messages.getMessage("systems.cite." + name, new Object[] {number}, locale));
    }

    /** An answer in the words of its input. */
    public String answer(Input input, Fact fact, Locale locale) {
        return switch (fact) {
            case Fact.Flag(boolean value) -> messages.getMessage(value ? "systems.yes" : "systems.no", null, locale);
            case Fact.Count(int value) ->
                "%,d".formatted(value).replace(',', locale.getLanguage().equals("en") ? ',' : '.');
            case Fact.Choice(String value) -> option(input, value, locale);
            case Fact.Choices(Set<String> values) ->
                values.isEmpty()
                        ? messages.getMessage("systems.nothing", null, locale)
                        : input.options().stream()
                                .filter(option -> values.contains(option.value()))
                                .map(option -> text(option.label(), locale))
                                .collect(Collectors.joining(", "));
        };
    }

    private String option(Input input, String value, Locale locale) {
        return input.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> text(option.label(), locale))
                .findFirst()
                .orElse(value);
    }
}
