package vn.chieng.api.systems.cards;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.systems.Hosting;
import vn.chieng.api.systems.levels.LevelAssessor;

/** What may be chosen in the form of a card. */
@Component
public final class CardChoices {
    private final CardRules rules;
    private final LevelAssessor assessor;

    CardChoices(CardRules rules, LevelAssessor assessor) {
        this.rules = rules;
        this.assessor = assessor;
    }

    /** Bodies within the caller's reach, and the kinds of hosting. */
    public void fill(SignedIn caller, Model model) {
        LocalDate today = assessor.today();
        model.addAttribute("operators", rules.operators(caller.scope(), today));
        model.addAttribute("owners", rules.owners(caller.scope(), today));
        model.addAttribute("hostings", Hosting.Kind.values());
    }
}
