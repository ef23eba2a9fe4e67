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

    /** One line of the checklist, in our own words; {@code evidence} names what the product can measure for it. */
    public record Item(
            @Inline Basis basis,
            @RefersTo("groups") String group,
            List<Integer> levels,
            Words text,
            @Nullable String evidence)
            implements Rule {
        public Item {
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("an item without levels");
            }
            levels = List.copyOf(levels);
        }
    }
}
