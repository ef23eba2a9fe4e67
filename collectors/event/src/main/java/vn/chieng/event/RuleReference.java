package vn.chieng.event;

import java.util.List;

/**
 * A rule as a detection or a signal names it.
 *
 * @param id the Sigma rule's id, or the correlation rule's
 * @param titleVi Vietnamese title; equal to {@code titleEn} where the rule has only one
 * @param titleEn English title
 * @param author shown with every alert raised by the rule, as the Detection Rule License asks; may be empty
 * @param tags ATT&CK tags as Sigma spells them: {@code attack.t1110}
 */
public record RuleReference(String id, String titleVi, String titleEn, String author, Level level, List<String> tags) {
    public RuleReference {
        tags = List.copyOf(tags);
    }
}
