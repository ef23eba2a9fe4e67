package vn.chieng.law.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The theme of requirements: duties by level, requirement groups and their items in our own words. */
public record Requirements(List<Duty> duties, List<RuleText> domains, List<Group> groups, List<Item> items) {

    public Requirements {
        duties = List.copyOf(duties);
        domains = List.copyOf(domains);
        groups = List.copyOf(groups);
        items = List.copyOf(items);
    }

    /** What a level must do. */
    public record Duty(@Inline Basis basis, List<Integer> levels, Words text) implements Rule {
        public Duty {
            levels = List.copyOf(levels);
        }
    }

    /** A group of requirements with its section for each level it applies to. */
    public record Group(@Inline Basis basis, int number, Words title, List<Section> sections, Words focus)
            implements Rule {
        public Group {
            sections = List.copyOf(sections);
        }

        public boolean appliesTo(int level) {
            return sections.stream().anyMatch(section -> section.level() == level);
        }
    }

    /** Where the standard places a group for a level. */
    public record Section(int level, String number) {}

    /**
     * One line of the checklist, in our own words.
     *
     * @param evidence names what the product can measure for it
     * @param evidenceMonths how long one piece of that evidence counts; without it the text names no interval
     * @param evidenceOf whether it may be of the whole body, or must name the system
     */
    public record Item(
            @Inline Basis basis,
            @RefersTo("groups") String group,
            List<Integer> levels,
            Words text,
            @Nullable String evidence,
            @Nullable Integer evidenceMonths,
            @Nullable EvidenceOf evidenceOf)
            implements Rule {
        public Item {
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("an item without levels");
            }
            if (evidenceMonths != null && (evidence == null || evidenceMonths < 1)) {
                throw new IllegalArgumentException("evidence-months must be positive and stand beside evidence");
            }
            levels = List.copyOf(levels);
        }
    }

    /** Of what evidence must be. */
    public enum EvidenceOf {
        /** Of the body that operates the system: it counts for all of its systems. */
        BODY,
        /** Of the system itself. */
        SYSTEM
    }
}
