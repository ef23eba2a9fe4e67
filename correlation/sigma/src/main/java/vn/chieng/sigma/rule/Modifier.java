package vn.chieng.sigma.rule;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may follow a field's name. */
enum Modifier {
    CONTAINS("contains"),
    STARTSWITH("startswith"),
    ENDSWITH("endswith"),
    ALL("all"),
    CASED("cased"),
    NEQ("neq"),
    EXISTS("exists"),
    RE("re"),
    IGNORECASE("i", "ignorecase"),
    MULTILINE("m", "multiline"),
    DOTALL("s", "dotall"),
    CIDR("cidr"),
    LT("lt"),
    LTE("lte"),
    GT("gt"),
    GTE("gte"),
    MINUTE("minute"),
    HOUR("hour"),
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    YEAR("year"),
    WINDASH("windash"),
    BASE64("base64"),
    BASE64OFFSET("base64offset"),
    UTF16LE("wide", "utf16le"),
    UTF16BE("utf16be"),
    UTF16("utf16"),
    EXPAND("expand"),
    FIELDREF("fieldref");

    private static final Map<String, Modifier> BY_NAME = Arrays.stream(values())
            .flatMap(modifier ->
                    Stream.of(modifier.name, modifier.alias).distinct().map(name -> Map.entry(name, modifier)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String name;
    private final String alias;

    Modifier(String name) {
        this(name, name);
    }

    Modifier(String name, String alias) {
        this.name = name;
        this.alias = alias;
    }

    static @Nullable Modifier named(String name) {
        return BY_NAME.get(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
