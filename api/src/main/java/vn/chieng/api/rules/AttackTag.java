package vn.chieng.api.rules;

import java.util.Locale;

/**
 * A tag that names a tactic or technique of MITRE ATT&CK.
 *
 * @param key as in the tag, without its beginning: {@code t1190}, {@code initial-access}
 * @param name as people write it: {@code T1190}
 */
record AttackTag(String key, String name) {
    private static final String START = "attack.";

    static boolean is(String tag) {
        return tag.startsWith(START) && tag.length() > START.length();
    }

    static AttackTag of(String tag) {
        String key = tag.substring(START.length());
        boolean technique = key.matches("[tgs][0-9]{4}(\\.[0-9]{3})?");
        return new AttackTag(
                key,
                technique ? key.toUpperCase(Locale.ROOT) : key.replace('_', ' ').replace('-', ' '));
    }
}
