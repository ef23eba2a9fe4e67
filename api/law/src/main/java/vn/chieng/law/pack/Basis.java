package vn.chieng.law.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every rule of a pack states: id, citations, where its text comes from, its force and since when. */
public record Basis(
        String id,
        List<Citation> cite,
        Mark mark,
        List<String> sources,
        LawStatus status,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Verification verified,
        @Nullable Words note) {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\d][\\p{L}\\d.-]{0,79}");

    public Basis {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" is no id: letters, digits, dots and hyphens");
        }
        if (cite.isEmpty()) {
            throw new IllegalArgumentException("a rule without citation");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("\"to\" is before \"from\"");
        }
        cite = List.copyOf(cite);
        sources = List.copyOf(sources);
    }

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** How far the rule may be relied on. */
    public Reliance reliance() {
        if (verified != null) {
            return Reliance.VERIFIED;
        }
        return switch (mark) {
            case FOUND -> Reliance.READ_IN_COPY;
            case FOUND_SECONDARY, RECALL, RECALL_LOW, DERIVED, OWN_WORDS -> Reliance.TO_BE_VERIFIED;
        };
    }

    /** A comparison with the signed original: who made it, when, and with which paper. */
    public record Verification(String by, LocalDate on, String source) {}

    /** The verification mark shown to the user. */
    public enum Reliance {
        VERIFIED,
        READ_IN_COPY,
        TO_BE_VERIFIED
    }
}
