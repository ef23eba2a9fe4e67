package vn.chieng.indicators;

import vn.chieng.event.Indicator;

/** What a written indicator stands for, or why it stands for none. */
public sealed interface Reading {

    /** The kind of indicator, and the value in its one spelling. */
    record Sound(Indicator.Type type, String value) implements Reading {}

    record Refused(Refusal refusal) implements Reading {}

    /** Few and fixed, so that each can have its words in both languages. */
    enum Refusal {
        EMPTY,
        TOO_LONG,
        /** No kind was named, and none fits. */
        UNKNOWN_TYPE,
        NOT_AN_ADDRESS,
        /** Loopback, private, link-local, multicast or unspecified: it gives nobody away. */
        NOT_PUBLIC,
        NOT_A_NETWORK,
        NETWORK_TOO_WIDE,
        NOT_A_DOMAIN,
        /** A name under which anybody registers. */
        DOMAIN_TOO_WIDE,
        NOT_A_URL,
        NOT_A_HASH,
        /** The hash of a file that is everywhere, as that of the empty one. */
        HARMLESS_HASH
    }
}
