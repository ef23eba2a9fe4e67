package vn.chieng.api.notifications;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that people ought to know.
 *
 * @param key names it once and for all: a second notice of the same key is not sent
 * @param subject one line
 * @param detail more words; null where the line says it all
 * @param path where the console shows more, such as {@code /incidents/12}
 * @param organizationIds whose matter it is: nobody is told whose role does not reach one of them; empty for a matter of the people named
 * @param accountIds people who are told beside those that the rules choose by role; of a personal kind only they
 * @param drill whether it belongs to an exercise, which every channel then says
 * @param causedBy who did it and so is not told; null where nobody is left out
 */
public record Notice(
        NoticeKind kind,
        String key,
        NoticeText subject,
        @Nullable NoticeText detail,
        String path,
        Set<String> organizationIds,
        Set<Long> accountIds,
        boolean drill,
        @Nullable Long causedBy) {
    private static final int LONGEST_KEY = 200;

    public Notice {
        organizationIds = Set.copyOf(organizationIds);
        accountIds = Set.copyOf(accountIds);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("key");
        }
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("path");
        }
        if (!kind.personal() && organizationIds.isEmpty()) {
            throw new IllegalArgumentException("organizationIds");
        }
    }

    /** A notice for whoever the rules choose by role over these organisations. */
    public static Notice toRoles(
            NoticeKind kind, String key, NoticeText subject, String path, Set<String> organizationIds) {
        return new Notice(kind, key, subject, null, path, organizationIds, Set.of(), false, null);
    }

    /** The same with more words. */
    public Notice saying(@Nullable NoticeText more) {
        return new Notice(kind, key, subject, more, path, organizationIds, accountIds, drill, causedBy);
    }

    /** The same, telling these people too. */
    public Notice to(Set<Long> people) {
        return new Notice(kind, key, subject, detail, path, organizationIds, people, drill, causedBy);
    }

    /** The same, marked as part of an exercise where it is one. */
    public Notice inDrill(boolean isDrill) {
        return new Notice(kind, key, subject, detail, path, organizationIds, accountIds, isDrill, causedBy);
    }

    /** The same, not telling who caused it. */
    public Notice by(@Nullable Long account) {
        return new Notice(kind, key, subject, detail, path, organizationIds, accountIds, drill, account);
    }
}
