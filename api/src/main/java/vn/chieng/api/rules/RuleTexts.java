package vn.chieng.api.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.chieng.sigma.RuleSet;
import vn.chieng.sigma.rule.RuleReader;
import vn.chieng.sigma.rule.RuleSource;
import vn.chieng.sigma.rule.SigmaRule;
import vn.chieng.sigma.rule.SigmaSettings;
import vn.chieng.sigma.taxonomy.Effectiveness;
import vn.chieng.sigma.taxonomy.Producers;
import vn.chieng.sigma.yaml.Position;
import vn.chieng.sigma.yaml.RuleIssue;

/** Reads rules, says what is wrong with them, and what they miss. */
@Component
public final class RuleTexts {
    /** An id stands in addresses, beside our own words there, and in record keys. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,99}");

    /** With its exceptions and written as JSON it must still fit into a record. */
    private static final int MOST_BYTES = 300_000;

    private final SigmaSettings settings;
    private final Effectiveness effectiveness;

    public RuleTexts(RuleSettings settings) {
        this.settings = settings.sigma();
        Set<String> known = Producers.shipped().names();
        Set<String> sources = settings.sources().isEmpty() ? known : Set.copyOf(settings.sources());
        if (!known.containsAll(sources)) {
            throw new IllegalArgumentException("chieng.rules.sources names a source that is none of " + known);
        }
        this.effectiveness = new Effectiveness(sources);
    }

    /** Reads a text that is to hold one rule; line breaks before it only shift the places that are named. */
    public ReadRule read(String file, String text) {
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return refused(file, Position.START, "a rule is at most " + MOST_BYTES + " bytes long");
        }
        RuleReader.Result result = RuleReader.read(RuleSource.of(file, text), settings);
        if (!result.issues().isEmpty()) {
            return new ReadRule.Refused(result.issues());
        }
        if (!result.correlations().isEmpty()) {
            return refused(file, result.correlations().getFirst().position(), "correlations are not taken yet");
        }
        if (!result.filters().isEmpty()) {
            return refused(
                    file,
                    result.filters().getFirst().position(),
                    "a filter is not taken as a rule: write an exception");
        }
        if (result.rules().size() != 1) {
            return refused(
                    file, Position.START, "the text holds " + result.rules().size() + " rules instead of one");
        }
        SigmaRule rule = result.rules().getFirst();
        if (!ID.matcher(rule.id()).matches()) {
            return refused(file, rule.position(), "the id may hold letters, digits, dots, hyphens, 8 to 100 of them");
        }
        String kept = text.strip() + "\n";
        return new ReadRule.Sound(rule, kept, hash(kept), MissingInput.of(effectiveness.missing(rule)));
    }

    /** The rule with the exceptions that hold, ready to match. */
    public RuleSet.Loaded load(String text, List<String> filters) {
        var sources = new ArrayList<RuleSource>();
        sources.add(RuleSource.of("rule", text));
        filters.forEach(filter -> sources.add(RuleSource.of("filter", filter)));
        return RuleSet.load(sources, settings);
    }

    private static ReadRule refused(String file, Position position, String message) {
        return new ReadRule.Refused(List.of(new RuleIssue(file, position, message)));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
