package vn.chieng.codecs.windows;

import java.util.Locale;
import java.util.Map;
import vn.chieng.codecs.EventDraft;
import vn.chieng.codecs.IpAddresses;

/** How a value of Windows is written down in ECS; what does not fit is left where it was, under {@code winlog.event_data}. */
enum Conversion {
    TEXT {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent(field, value);
        }
    },
    /** A user's name. */
    USER {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent(field, value).relatedUser(value);
        }
    },
    /** {@code DOMAIN\name} below a user object. */
    ACCOUNT {
        @Override
        void apply(EventDraft draft, String field, String value) {
            int slash = value.indexOf('\\');
            String name = value.substring(slash + 1);
            draft.putIfAbsent(field + ".name", name).relatedUser(name);
            draft.putIfAbsent(field + ".domain", slash > 0 ? value.substring(0, slash) : null);
        }
    },
    IP {
        @Override
        void apply(EventDraft draft, String field, String value) {
            String ip = IpAddresses.normalized(value);
            if (ip != null) {
                draft.putIfAbsent(field, ip).relatedIp(ip);
            }
        }
    },
    NUMBER {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent(field, Values.number(value));
        }
    },
    PORT {
        @Override
        void apply(EventDraft draft, String field, String value) {
            Long port = Values.number(value);
            draft.putIfAbsent(field, port != null && port <= 65_535 ? port : null);
        }
    },
    LOWER {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent(field, value.toLowerCase(Locale.ROOT));
        }
    },
    HOST {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent(field, value).relatedHost(value);
        }
    },
    /** A program: its path, and its name. */
    PROGRAM {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent(field + ".executable", value).putIfAbsent(field + ".name", lastPart(value));
        }
    },
    /** A file: its path, folder, name and extension. */
    FILE {
        @Override
        void apply(EventDraft draft, String field, String value) {
            String name = lastPart(value);
            int dot = name.lastIndexOf('.');
            draft.putIfAbsent(field + ".path", value).putIfAbsent(field + ".name", name);
            if (field.equals("file")) {
                int slash = value.length() - name.length() - 1;
                draft.putIfAbsent("file.directory", slash > 0 ? value.substring(0, slash) : null);
                draft.putIfAbsent("file.extension", dot > 0 ? name.substring(dot + 1) : null);
            }
        }
    },
    /** {@code SHA1=…,MD5=…,SHA256=…,IMPHASH=…}. */
    HASHES {
        @Override
        void apply(EventDraft draft, String field, String value) {
            for (String hash : value.split(",", -1)) {
                int equals = hash.indexOf('=');
                String target = equals < 0 ? null : HASH_FIELDS.get(hash.substring(0, equals));
                if (target != null) {
                    draft.putIfAbsent(field + target, hash.substring(equals + 1).toLowerCase(Locale.ROOT));
                }
            }
        }
    },
    /** {@code HKLM\SOFTWARE\…\Run\Updater}: hive, key, value. */
    REGISTRY {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent("registry.path", value);
            int first = value.indexOf('\\');
            int last = value.lastIndexOf('\\');
            if (first > 0 && last > first) {
                draft.putIfAbsent("registry.hive", value.substring(0, first));
                draft.putIfAbsent("registry.key", value.substring(first + 1, last));
                draft.putIfAbsent("registry.value", value.substring(last + 1));
            }
        }
    },
    /** Sysmon's {@code true} for a connection that this host began. */
    INITIATED {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent(field, value.equalsIgnoreCase("true") ? "egress" : "ingress");
        }
    },
    /** An IP protocol number. */
    PROTOCOL {
        @Override
        void apply(EventDraft draft, String field, String value) {
            draft.putIfAbsent("network.iana_number", value);
            draft.putIfAbsent(field, PROTOCOLS.get(value));
        }
    };

    private static final Map<String, String> HASH_FIELDS =
            Map.of("SHA1", ".hash.sha1", "MD5", ".hash.md5", "SHA256", ".hash.sha256", "IMPHASH", ".pe.imphash");
    private static final Map<String, String> PROTOCOLS =
            Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "ipv6-icmp");

    abstract void apply(EventDraft draft, String field, String value);

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }
}
