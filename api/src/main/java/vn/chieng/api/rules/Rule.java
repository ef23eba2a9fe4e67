package vn.chieng.api.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chieng.event.Level;
import vn.chieng.sigma.rule.LogSource;
import vn.chieng.sigma.rule.SigmaRule;

/**
 * A rule as it is kept, without its text.
 *
 * @param origin {@code shipped}, or the name of the import
 * @param level the rule's own
 * @param override instead of the rule's own level; null where that stays
 * @param missing what no configured source gives
 * @param filters how many exceptions hold
 * @param version grows with every change
 */
public record Rule(
        String id,
        RuleKind kind,
        String origin,
        String title,
        String titleVi,
        String author,
        Level level,
        @Nullable Level override,
        @Nullable String overrideReason,
        @Nullable String status,
        LogSource logSource,
        List<String> tags,
        String textHash,
        boolean enabled,
        MissingInput missing,
        int filters,
        int version,
        Instant changedAt) {

    public Rule {
        tags = List.copyOf(tags);
    }

    /** A rule that nobody has tuned yet. */
    public static Rule added(ReadRule.Sound read, RuleKind kind, String origin, boolean enabled, Instant now) {
        SigmaRule rule = read.rule();
        return new Rule(
                rule.id(),
                kind,
                origin,
                rule.title(),
                rule.titleVi(),
                rule.author(),
                rule.level(),
                null,
                null,
                rule.status(),
                rule.logSource(),
                rule.tags(),
                read.hash(),
                enabled,
                read.missing(),
                0,
                1,
                now);
    }

    /** The next version with another text; what people have set stays. */
    public Rule rewritten(ReadRule.Sound read, String newOrigin, Instant now) {
        Rule fresh = added(read, kind, newOrigin, enabled, now);
        return new Rule(
                id,
                kind,
                newOrigin,
                fresh.title,
                fresh.titleVi,
                fresh.author,
                fresh.level,
                override,
                overrideReason,
                fresh.status,
                fresh.logSource,
                fresh.tags,
                fresh.textHash,
                enabled,
                fresh.missing,
                filters,
                version + 1,
                now);
    }

    /** The next version, running or not. */
    public Rule switched(boolean on, Instant now) {
        return next(override, overrideReason, on, filters, now);
    }

    /** The next version with another level; null gives the rule's own back. */
    public Rule overridden(@Nullable Level other, @Nullable String reason, Instant now) {
        return next(other, reason, enabled, filters, now);
    }

    /** The next version with so many exceptions. */
    public Rule filtered(int count, Instant now) {
        return next(override, overrideReason, enabled, count, now);
    }

    private Rule next(@Nullable Level other, @Nullable String reason, boolean on, int count, Instant now) {
        return new Rule(
                id,
                kind,
                origin,
                title,
                titleVi,
                author,
                level,
                other,
                reason,
                status,
                logSource,
                tags,
                textHash,
                on,
                missing,
                count,
                version + 1,
                now);
    }

    /** The level its detections get. */
    public Level runningLevel() {
        return override == null ? level : override;
    }

    /** Whether the configured sources can make it match. */
    public boolean effective() {
        return missing.nothing();
    }

    /** The title in the reader's language. */
    public String title(Locale locale) {
        return locale.getLanguage().equals("vi") ? titleVi : title;
    }
}
