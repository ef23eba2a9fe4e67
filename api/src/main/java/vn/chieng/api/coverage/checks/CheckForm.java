package vn.chieng.api.coverage.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.organizations.Typed;

/**
 * A check as somebody typed it.
 *
 * @param whole whether it was of the whole body
 * @param system the systems that were ticked
 * @param attested whether the person states that the file holds no state secret
 */
public record CheckForm(
        @Nullable String kind,
        @Nullable String heldOn,
        @Nullable String heldBy,
        @Nullable String note,
        @Nullable Boolean whole,
        @Nullable List<UUID> system,
        @Nullable Boolean attested) {
    static final CheckForm BLANK = new CheckForm(null, null, null, null, true, null, null);
    private static final int MOST_NAME = 200;
    private static final int MOST_NOTE = 500;

    public CheckForm {
        system = system == null ? List.of() : List.copyOf(system);
    }

    /** What is wrong with a field; the key is one of the bundle. */
    record Wrong(String field, String key) {}

    /** What the form says, once it can be read. */
    record Draft(
            CheckKind kind,
            LocalDate heldOn,
            String heldBy,
            @Nullable String note,
            Set<UUID> systems) {}

    /** What was read, or what is wrong. */
    record Read(@Nullable Draft draft, List<Wrong> wrong) {
        Read {
            wrong = List.copyOf(wrong);
        }
    }

    /** Whether this system was ticked. */
    public boolean chose(UUID id) {
        return Objects.requireNonNull(system).contains(id);
    }

    boolean ofWholeBody() {
        return !Boolean.FALSE.equals(whole);
    }

    Read read(Set<UUID> known, LocalDate today) {
        List<Wrong> wrong = new ArrayList<>();
        Optional<CheckKind> read = CheckKind.of(Typed.text(kind));
        if (read.isEmpty()) {
            wrong.add(new Wrong("kind", "kind"));
        }
        Optional<LocalDate> day = Typed.day(Typed.text(heldOn)).filter(typed -> !typed.isAfter(today));
        if (day.isEmpty()) {
            wrong.add(new Wrong("heldOn", "day"));
        }
        String by = Typed.text(heldBy);
        if (by.isEmpty() || by.length() > MOST_NAME) {
            wrong.add(new Wrong("heldBy", "by"));
        }
        String text = Typed.text(note);
        if (text.length() > MOST_NOTE) {
            wrong.add(new Wrong("note", "note"));
        }
        Set<UUID> chosen = ofWholeBody() ? Set.of() : Set.copyOf(Objects.requireNonNull(system));
        if (!ofWholeBody() && (chosen.isEmpty() || !known.containsAll(chosen))) {
            wrong.add(new Wrong("whole", "systems"));
        }
        return wrong.isEmpty()
                ? new Read(
                        new Draft(read.orElseThrow(), day.orElseThrow(), by, text.isEmpty() ? null : text, chosen),
                        List.of())
                : new Read(null, wrong);
    }
}
