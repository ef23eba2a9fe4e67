package vn.chieng.sigma.index;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.chieng.sigma.text.CaseFolding;
import vn.chieng.sigma.text.TextPattern;

/** Finds the literal that a pattern or number cannot do without. */
final class TextWitness {
    private TextWitness() {}

    /** The longest literal of a pattern; all of it where it is nothing else. */
    static Witness of(TextPattern pattern, int slot) {
        if (pattern.isLiteral()) {
            return Witness.of(slot, Witness.Place.WHOLE, CaseFolding.fold(pattern.literalText()));
        }
        List<TextPattern.Token> tokens = pattern.tokens();
        String longest = "";
        Witness.Place place = Witness.Place.FILLED;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof TextPattern.Literal(String text) && text.length() > longest.length()) {
                longest = text;
                place = i == 0
                        ? Witness.Place.START
                        : i == tokens.size() - 1 ? Witness.Place.END : Witness.Place.INSIDE;
            }
        }
        return Witness.of(slot, place, CaseFolding.fold(longest));
    }

    /** A text is compared with the number as written and as it is normally written; a number by its value. */
    static List<Witness> of(BigDecimal value, String written, int slot) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(CaseFolding.fold(written));
        forms.add(CaseFolding.fold(value.toPlainString()));
        forms.add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        return forms.stream()
                .map(form -> new Witness(slot, Witness.Place.NUMBER, form))
                .toList();
    }
}
