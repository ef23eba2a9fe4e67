package vn.chieng.api.rules.imports;

import java.util.List;
import java.util.Locale;

/** What an upload held, or why it cannot be read. */
sealed interface Unpacked {

    /**
     * Rule files in the order of the archive.
     *
     * @param refused names that lead out of the archive or too deep
     * @param skipped files that are no rules to be taken: tests, deprecated ones, other files
     */
    record Files(List<RuleFile> files, List<String> refused, int skipped) implements Unpacked {
        public Files {
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    /** It breaks a limit, or is damaged. */
    record Unreadable(Reason reason) implements Unpacked {}

    /** Why; the words are {@code rules.imports.unreadable.<code>}. */
    enum Reason {
        DAMAGED,
        TOO_LARGE,
        TOO_MANY,
        NO_RULES;

        /** As in the database and in bundle keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
