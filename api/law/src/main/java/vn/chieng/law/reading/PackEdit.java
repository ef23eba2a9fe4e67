package vn.chieng.law.reading;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chieng.law.pack.Basis;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Rule;

/** Small changes to the text of a pack that keep everything else as its editor wrote it. */
public final class PackEdit {
    private static final String HEAD = "pack.yml";
    private static final Pattern VERSION = Pattern.compile("(?m)^version:.*$");

    private PackEdit() {}

    /** The files with another version in the head. */
    public static Map<String, String> versioned(Map<String, String> files, String version) {
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.computeIfPresent(HEAD, (_, text) -> VERSION.matcher(text).replaceFirst("version: \"" + version + "\""));
        return changed;
    }

    /** The files with a rule marked as compared with the original; empty when its place in the text is not plain. */
    public static Optional<Map<String, String>> verified(
            Map<String, String> files, String ruleId, Basis.Verification verification) {
        String mark = "verified: {by: " + quoted(verification.by()) + ", on: " + verification.on() + ", source: "
                + quoted(verification.source()) + "}";
        Pattern place = Pattern.compile("(?m)^([ -]*)(\\{?)id: " + Pattern.quote(ruleId) + "(?=[,}\\s])");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Matcher found = place.matcher(file.getValue());
            if (found.find()) {
                Map<String, String> changed = new LinkedHashMap<>(files);
                changed.put(file.getKey(), inserted(withoutMark(file.getValue(), found.end()), found, mark));
                return Optional.of(changed).filter(after -> holds(after, ruleId, verification));
            }
        }
        return Optional.empty();
    }

    private static String inserted(String text, Matcher found, String mark) {
        String between =
                found.group(2).isEmpty() ? "\n" + " ".repeat(found.group(1).length()) : ", ";
        return text.substring(0, found.end()) + between + mark + text.substring(found.end());
    }

    /** Takes away an earlier mark that directly follows the id, where this class writes it. */
    private static String withoutMark(String text, int end) {
        Matcher earlier =
                Pattern.compile("(?:,[ ]|\\n *)verified: \\{[^}\\n]*\\}").matcher(text);
        return earlier.find(end) && earlier.start() == end
                ? text.substring(0, earlier.start()) + text.substring(earlier.end())
                : text;
    }

    private static boolean holds(Map<String, String> files, String ruleId, Basis.Verification verification) {
        return PackReader.read(bytes("", files)) instanceof PackReading.Accepted(LawPack pack)
                && pack.rule(ruleId)
                        .map(Rule::basis)
                        .filter(basis -> verification.equals(basis.verified()))
                        .isPresent();
    }

    /** The texts as the files that the reader takes; {@code folder} stands before their names in messages. */
    public static PackFiles bytes(String folder, Map<String, String> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new PackFiles(folder, contents);
    }

    /** The files as texts. */
    public static Map<String, String> texts(PackFiles files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.contents().forEach((name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
