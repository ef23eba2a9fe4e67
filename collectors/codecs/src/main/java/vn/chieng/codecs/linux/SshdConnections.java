package vn.chieng.codecs.linux;

import org.jspecify.annotations.Nullable;
import vn.chieng.codecs.EventDraft;
import vn.chieng.event.Ecs;

/** What sshd says of connections: made, closed, broken, refused. */
final class SshdConnections {
    private static final String CONNECTED = "ssh_connected";
    private static final String DISCONNECTED = "ssh_disconnected";
    private static final String TOO_MANY = "Too many authentication failures";

    private SshdConnections() {}

    static boolean describe(EventDraft draft, String body) {
        return closed(draft, body) || receivedDisconnect(draft, body) || strange(draft, body) || other(draft, body);
    }

    /** {@code Connection closed by authenticating user root 192.0.2.1 port 4022}, and the like. */
    private static boolean closed(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.takeAny("Connection closed by ", "Disconnected from ", "Closing connection to ")) {
            peer(draft, phrase.rest());
            Meaning.disconnected(draft, DISCONNECTED);
            return true;
        }
        if (phrase.takeAny("Connection reset by ", "ssh_dispatch_run_fatal: Connection from ", "Connection to ")) {
            peer(draft, beforeColon(phrase.rest()));
            Meaning.connectionFailed(draft, DISCONNECTED, "connection reset");
            return true;
        }
        if (phrase.takeAny("Disconnecting: ", "Disconnecting ")) {
            return disconnecting(draft, body, phrase.rest());
        }
        return false;
    }

    /** {@code Disconnecting[ invalid user x 192.0.2.1 port 4022]: Too many authentication failures[ for x]}. */
    private static boolean disconnecting(EventDraft draft, String body, String rest) {
        if (!body.startsWith("Disconnecting: ")) {
            peer(draft, beforeColon(rest));
        }
        int tooMany = body.indexOf(TOO_MANY);
        if (tooMany < 0) {
            int colon = body.indexOf(": ");
            Meaning.connectionFailed(draft, DISCONNECTED, colon < 0 ? "disconnecting" : body.substring(colon + 2));
            return true;
        }
        Phrase who = new Phrase(body.substring(tooMany + TOO_MANY.length()));
        if (who.take(" for ")) {
            who.takeAny("invalid user ", "illegal user ");
            draft.user(who.rest().strip());
        }
        Meaning.refused(draft, SshdMessages.LOGIN, "too many authentication failures");
        return true;
    }

    /** {@code Received disconnect from 192.0.2.1 port 4022:11: Bye Bye}. */
    private static boolean receivedDisconnect(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (!phrase.take("Received disconnect from ")) {
            return false;
        }
        String address = phrase.word();
        String reason;
        if (phrase.take("port ")) {
            String port = phrase.before(":");
            draft.sourcePort(port == null ? -1 : Phrase.port(port));
            reason = phrase.rest();
        } else {
            reason = phrase.rest();
        }
        draft.source(address.endsWith(":") ? address.substring(0, address.length() - 1) : address);
        Meaning.disconnected(draft, DISCONNECTED);
        draft.put(Ecs.EVENT_REASON, reason.strip());
        return true;
    }

    /** Signs of scanners and of clients that are none. */
    private static boolean strange(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.takeAny("Did not receive identification string ", "Bad protocol version identification ")) {
            return failedFrom(
                    draft, body, body.startsWith("Did") ? "no identification string" : "bad protocol version");
        }
        if (phrase.takeAny(
                "Unable to negotiate with ", "banner exchange: Connection from ", "Read error from remote host ")) {
            String rest = phrase.rest();
            int colon = rest.indexOf(": ");
            peer(draft, beforeColon(rest));
            Meaning.connectionFailed(draft, DISCONNECTED, colon < 0 ? rest : rest.substring(colon + 2));
            return true;
        }
        if (phrase.take("Timeout before authentication for ")) {
            phrase.take("connection from ");
            String to = phrase.before(" to ");
            peer(draft, to == null ? phrase.rest() : to);
            Meaning.connectionFailed(draft, DISCONNECTED, "timeout before authentication");
            return true;
        }
        if (phrase.takeAny("Read from socket failed: ", "Write failed: ", "kex_exchange_identification: ")) {
            Meaning.connectionFailed(draft, DISCONNECTED, phrase.rest());
            return true;
        }
        if (phrase.takeAny(
                "Corrupted MAC on input", "Bad packet length", "Unable to negotiate a key exchange method")) {
            Meaning.connectionFailed(draft, DISCONNECTED, body);
            return true;
        }
        return nameMismatch(draft, body);
    }

    /** Reverse lookups that do not fit: {@code [192.0.2.1] failed}, {@code Address 192.0.2.1 maps to name, but …}. */
    private static boolean nameMismatch(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.take("reverse mapping checking getaddrinfo for ")) {
            String name = phrase.word();
            if (phrase.take("[")) {
                draft.source(phrase.before("]"));
            }
            return mismatch(draft, name);
        }
        if (phrase.take("Address ")) {
            draft.source(phrase.word());
            String name = phrase.take("maps to ") ? phrase.word() : "";
            return mismatch(draft, name.endsWith(",") ? name.substring(0, name.length() - 1) : name);
        }
        if (phrase.take("Nasty PTR record ") && phrase.before(" is set up for ") != null) {
            draft.source(phrase.before(","));
            return mismatch(draft, "");
        }
        return false;
    }

    private static boolean mismatch(EventDraft draft, String name) {
        Meaning.connected(draft, CONNECTED);
        draft.put("source.domain", name).relatedHost(name);
        draft.put(Ecs.EVENT_OUTCOME, Meaning.FAILURE).put(Ecs.EVENT_REASON, "address and name do not match");
        return true;
    }

    private static boolean other(EventDraft draft, String body) {
        Phrase phrase = new Phrase(body);
        if (phrase.take("Connection from ")) {
            String to = phrase.before(" on ");
            peer(draft, to == null ? phrase.rest() : to);
            Meaning.connected(draft, CONNECTED);
            return true;
        }
        if (phrase.take("refused connect from ")) {
            String name = phrase.word();
            String address = phrase.take("(") ? phrase.before(")") : null;
            draft.source(address == null ? name : address);
            Meaning.connectionDenied(draft, CONNECTED, "refused connect");
            return true;
        }
        if (phrase.take("drop connection ") && phrase.before(" from [") != null) {
            draft.source(phrase.before("]:"));
            draft.sourcePort(Phrase.port(phrase.word()));
            Meaning.connectionDenied(draft, CONNECTED, "past MaxStartups");
            return true;
        }
        if (phrase.take("Server listening on ")) {
            Meaning.commandRun(draft, "ssh_listening");
            return true;
        }
        return false;
    }

    private static boolean failedFrom(EventDraft draft, String body, String reason) {
        Origin origin = Origin.of(body);
        if (origin != null) {
            draft.source(origin.address()).sourcePort(origin.port());
        }
        Meaning.connectionFailed(draft, DISCONNECTED, reason);
        return true;
    }

    private static void peer(EventDraft draft, String text) {
        @Nullable Origin origin = Origin.ofPeer(text);
        if (origin != null) {
            origin.describe(draft);
        }
    }

    private static String beforeColon(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(0, colon);
    }
}
