package vn.chieng.api.law;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.Rule;
import vn.chieng.law.pack.Words;

/** A rule as a page shows it: its words, its basis and its text as the file writes it. */
record RuleView(String id, String section, List<Words> words, Basis basis, String citations, String written) {
    RuleView {
        words = List.copyOf(words);
    }

    /** Every kind of rule says what it says in components that are words; the first is what people call it. */
    static List<Words> words(Rule rule) {
        List<Words> words = new ArrayList<>();
        for (RecordComponent component : rule.getClass().getRecordComponents()) {
            if (component.getType() == Words.class) {
                try {
                    if (component.getAccessor().invoke(rule) instanceof Words read) {
                        words.add(read);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("a rule hides its words", e);
                }
            }
        }
        return words;
    }
}
