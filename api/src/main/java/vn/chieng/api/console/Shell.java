package vn.chieng.api.console;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.CallerSession;

/**
 * What the layout needs beside the page itself.
 *
 * @param lang language of the page
 * @param otherLanguage the language the switch leads to
 * @param otherLanguagePath this page in that language
 * @param theme light, dark or system
 * @param density comfortable or compact
 * @param shortcuts on or off
 * @param kiosk on or off
 * @param path this page
 * @param user who is signed in, if anyone is
 * @param session the session it is drawn in, if somebody is signed in in one
 * @param menu the entries this person may open
 * @param office what the foot says
 */
public record Shell(
        String lang,
        String otherLanguage,
        String otherLanguagePath,
        String theme,
        String density,
        String shortcuts,
        String kiosk,
        String path,
        @Nullable User user,
        @Nullable CallerSession session,
        List<MenuItem> menu,
        ConsoleSettings office) {

    /** The person and the role acted in, both in words. */
    public record User(String name, @Nullable String role) {}

    public Shell {
        menu = List.copyOf(menu);
    }

    /** A group of the side bar with the entries this person may open in it. */
    public record Group(MenuSection section, List<MenuItem> items) {}

    /** The side bar by groups; those without an entry are left out. */
    public List<Group> groups() {
        return Arrays.stream(MenuSection.values())
                .map(section -> new Group(
                        section,
                        menu.stream().filter(item -> item.section() == section).toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    /** Whether this page is the entry's or below it. */
    public boolean isAt(MenuItem item) {
        return path.equals(item.path()) || path.startsWith(item.path() + "/");
    }
}
