package vn.chieng.api.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The end of a document: who receives it on the left, who signs it on the right; never alone on a page. */
public record Closing(List<String> recipients, List<Signature> signatures) implements Block {

    /** A side of one line of the closing; there may be nothing on it. */
    public sealed interface Side permits Recipients, Signature, Nothing {}

    /** The list under "Nơi nhận". */
    public record Recipients(List<String> names) implements Side {
        public Recipients {
            names = List.copyOf(names);
        }
    }

    /** Nothing stands here. */
    public record Nothing() implements Side {}

    /**
     * Room for a signature.
     *
     * @param authority by whose authority it is signed ("TM. …", "KT. …"), line by line; may be empty
     * @param hint what to do here, in italics
     */
    public record Signature(
            List<String> authority,
            String position,
            @Nullable String hint,
            @Nullable String name) implements Side {
        public Signature {
            authority = Limits.atMost(4, authority, "lines of authority").stream()
                    .map(line -> CleanText.line(line, "authority"))
                    .toList();
            position = CleanText.line(position, "position");
            hint = CleanText.lineOrNone(hint, "hint");
            name = CleanText.lineOrNone(name, "name");
        }

        /** Its lines from the top to the name. */
        Stream<String> texts() {
            return Stream.concat(authority.stream(), Stream.of(position, hint, name))
                    .filter(Objects::nonNull);
        }
    }

    /** Two sides of one line. */
    public record Pair(Side left, Side right) {}

    public Closing {
        recipients = Limits.atMost(Limits.ITEMS, recipients, "recipients").stream()
                .map(recipient -> CleanText.line(recipient, "recipient"))
                .toList();
        signatures = Limits.someAtMost(Limits.SIGNATURES, signatures, "signatures");
    }

    /** Line by line: recipients stand left; an odd signature stands right. */
    public List<Pair> pairs() {
        List<Side> sides = new ArrayList<>();
        if (!recipients.isEmpty()) {
            sides.add(new Recipients(recipients));
        }
        if ((sides.size() + signatures.size()) % 2 == 1) {
            sides.addAll(signatures.subList(0, signatures.size() - 1));
            sides.add(new Nothing());
            sides.add(signatures.getLast());
        } else {
            sides.addAll(signatures);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < sides.size(); i += 2) {
            pairs.add(new Pair(sides.get(i), sides.get(i + 1)));
        }
        return List.copyOf(pairs);
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        Stream<String> received = recipients.isEmpty()
                ? Stream.of()
                : Stream.concat(Stream.of(language.recipients()), recipients.stream());
        return Stream.concat(received, signatures.stream().flatMap(Signature::texts));
    }
}
