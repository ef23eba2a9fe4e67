package vn.chieng.indicators;

import java.util.Arrays;
import java.util.Locale;

/** What the values of a field are, and so what they are looked up as. */
public enum FieldKind {
    /** An address. */
    ADDRESS,
    /** A domain name. */
    DOMAIN,
    /** Either of the two. */
    HOST,
    /** A web address; its host is looked up too. */
    URL,
    /** One hash. */
    HASH,
    /** Several as Sysmon writes them: {@code MD5=…,SHA256=…}. */
    HASHES;

    static FieldKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of field is called " + code));
    }
}
