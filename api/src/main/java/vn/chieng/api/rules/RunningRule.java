package vn.chieng.api.rules;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A rule as engines get it: its text and the exceptions that hold. */
public record RunningRule(Rule rule, String text, List<String> filters) {
    public RunningRule {
        filters = List.copyOf(filters);
    }

    /** Finds them. */
    @Component
    public static final class Finder {
        private final RuleStore store;

        Finder(RuleStore store) {
            this.store = store;
        }

        /** One by its id. */
        public Optional<RunningRule> find(String id) {
            return store.find(id)
                    .map(rule -> new RunningRule(
                            rule, store.text(rule.textHash()), FilterYaml.documents(rule, store.filters(id))));
        }
    }
}
