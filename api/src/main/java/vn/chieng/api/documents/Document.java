package vn.chieng.api.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A paper of an office, whatever file it becomes: what identifies it and its parts in the order of reading. */
public record Document(DocumentDetails details, List<Block> blocks) {

    public Document {
        blocks = Limits.someAtMost(Limits.BLOCKS, blocks, "blocks");
        refuseSkippedHeadings(blocks);
        refuseTooManyRows(blocks);
        refuseTooMuchText(details.language(), blocks);
    }

    /** Every text it shows, in the order of reading. */
    public List<String> texts() {
        return blocks.stream().flatMap(block -> block.texts(details.language())).toList();
    }

    /** SHA-256 of what identifies it and of its texts: two files of one document show the same. */
    public String fingerprint() {
        MessageDigest digest = sha256();
        digest.update(details.line().getBytes(StandardCharsets.UTF_8));
        for (String text : texts()) {
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What stands at the foot of every page. */
    public String footer() {
        return details.line() + " · SHA-256 " + fingerprint().substring(0, 16);
    }

    /** The level in the file of a heading of level 1: a document with a title has that above its headings. */
    public int highestHeading() {
        return blocks.stream().anyMatch(DocumentTitle.class::isInstance) ? 2 : 1;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void refuseSkippedHeadings(List<Block> blocks) {
        boolean titled = blocks.stream().anyMatch(DocumentTitle.class::isInstance);
        int deepest = titled ? -1 : 0;
        for (Block block : blocks) {
            if (block instanceof DocumentTitle) {
                deepest = 0;
            } else if (block instanceof Heading heading) {
                if (deepest < 0 || heading.level() > deepest + 1) {
                    throw new IllegalArgumentException(
                            "heading of level " + heading.level() + " without one above it: " + heading.text());
                }
                deepest = heading.level();
            }
        }
    }

    private static void refuseTooManyRows(List<Block> blocks) {
        int rows = 0;
        for (Block block : blocks) {
            rows += switch (block) {
                case Table table -> table.rows().size();
                case Checklist checklist -> checklist.items().size();
                case KeyValues keyValues -> keyValues.entries().size();
                case StateHeader _, DocumentTitle _, Addressees _, Heading _, Paragraph _ -> 0;
                case ItemList _, Note _, Closing _, PageBreak _ -> 0;
            };
        }
        if (rows > Limits.ALL_ROWS) {
            throw new IllegalArgumentException("rows in all tables: " + rows + ", at most " + Limits.ALL_ROWS);
        }
    }

    private static void refuseTooMuchText(DocumentLanguage language, List<Block> blocks) {
        long length = blocks.stream()
                .flatMap(block -> block.texts(language))
                .mapToLong(String::length)
                .sum();
        if (length > Limits.ALL_TEXT) {
            throw new IllegalArgumentException("characters in all: " + length + ", at most " + Limits.ALL_TEXT);
        }
    }
}
