package vn.chieng.api.rules.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a file into its YAML documents. */
final class RuleDocuments {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RuleDocuments() {}

    /** The text with line feeds only; empty where the bytes are no UTF-8. */
    static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return Optional.of(unmarked.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The documents, each behind as many line breaks as stand before it in the file, so that places stay true; one at least. */
    static List<String> split(String text) {
        List<String> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        int line = 0;
        for (String each : text.split("\n", -1)) {
            if (each.equals("---") || each.startsWith("--- ")) {
                keep(document, documents);
                document = new StringBuilder("\n".repeat(line + 1));
            } else {
                document.append(each).append('\n');
            }
            line++;
        }
        keep(document, documents);
        return documents.isEmpty() ? List.of(text) : documents;
    }

    private static void keep(StringBuilder document, List<String> documents) {
        boolean holdsSomething = document.toString()
                .lines()
                .map(String::strip)
                .anyMatch(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("..."));
        if (holdsSomething) {
            documents.add(document.toString());
        }
    }
}
