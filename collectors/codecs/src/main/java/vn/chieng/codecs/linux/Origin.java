package vn.chieng.codecs.linux;

import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;

/**
 * Who and from where, as sshd says it. Read from the end, since a user name is whatever the other side typed and may itself
 * hold {@code from 203.0.113.9 port 22}.
 */
record Origin(@Nullable String user, boolean unknownUser, String address, int port) {
    private static final String FROM = " from ";
    private static final String PORT = " port ";

    /** {@code [invalid user ]NAME from ADDRESS[ port N][ ssh2…]}; null where there is no address. */
    static @Nullable Origin of(String text) {
        int from = text.lastIndexOf(FROM);
        if (from < 0 && text.startsWith("from ")) {
            return new Origin(null, false, wordAt(text, 5), portBehind(text, 5));
        }
        if (from < 0) {
            return null;
        }
        int start = from + FROM.length();
        return named(text.substring(0, from), wordAt(text, start), portBehind(text, start));
    }

    /** {@code [invalid user |authenticating user |user ][NAME ]ADDRESS[ port N][: …]}. */
    static @Nullable Origin ofPeer(String text) {
        int port = text.lastIndexOf(PORT);
        int end = port < 0 ? endOfAddress(text) : port;
        int start = text.lastIndexOf(' ', end - 1) + 1;
        if (end <= start) {
            return null;
        }
        int number = port < 0 ? -1 : Phrase.port(digitsAt(text, port + PORT.length()));
        String address = text.substring(start, end);
        return start == 0
                ? new Origin(null, false, address, number)
                : named(text.substring(0, start - 1), address, number);
    }

    void describe(EventDraft draft) {
        draft.user(user).source(address).sourcePort(port);
    }

    private static Origin named(String who, String address, int port) {
        Phrase phrase = new Phrase(who + " ");
        boolean unknown = phrase.takeAny("invalid user ", "illegal user ");
        if (!unknown) {
            phrase.takeAny("authenticating user ", "user ");
        }
        String name = phrase.rest().strip();
        boolean bareWord = !unknown && name.isEmpty(); // "for user from": a user called user
        return new Origin(bareWord ? who.strip() : name, unknown, address, port);
    }

    private static int endOfAddress(String text) {
        for (int index = 0; index < text.length(); index++) {
            boolean colon = text.charAt(index) == ':' && (index + 1 == text.length() || text.charAt(index + 1) == ' ');
            if (colon) {
                return index;
            }
        }
        return text.length();
    }

    private static String wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ',') {
            end++;
        }
        return end > start && text.charAt(end - 1) == ':' ? text.substring(start, end - 1) : text.substring(start, end);
    }

    private static int portBehind(String text, int start) {
        int end = text.indexOf(' ', start);
        boolean named = end >= 0 && text.startsWith(PORT, end);
        return named ? Phrase.port(digitsAt(text, end + PORT.length())) : -1;
    }

    private static String digitsAt(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return text.substring(start, end);
    }
}
