package vn.chieng.sigma.rule;

import java.nio.charset.StandardCharsets;
import vn.chieng.sigma.yaml.YamlReader;

/**
 * One rule file: what it is called in messages, and its bytes.
 *
 * @param content UTF-8 YAML; must not be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying every rule file would buy nothing
public record RuleSource(String file, byte[] content) {
    /** A larger file is refused; whoever reads files needs to read no more than one byte beyond. */
    public static final int MAX_BYTES = YamlReader.MAX_BYTES;

    /** A rule file from text. */
    public static RuleSource of(String file, String text) {
        return new RuleSource(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
