package vn.chieng.sigma.index;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import vn.chieng.sigma.raw.JsonForm;

/** Literals as JSON writes them, with who asks for them. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Literals(Map<String, Literal> byText) {

    record Literal(byte[] bytes, Postings postings) {}

    static Literals of(Map<String, Postings> literals) {
        return new Literals(literals.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Literal(JsonForm.of(entry.getKey()), entry.getValue()))));
    }

    Alphabet alphabet() {
        return new Alphabet(all().stream().map(Literal::bytes).toList());
    }

    Collection<Literal> all() {
        return byText.values();
    }

    boolean isEmpty() {
        return byText.isEmpty();
    }

    void forEach(BiConsumer<byte[], Postings> action) {
        byText.values().forEach(literal -> action.accept(literal.bytes, literal.postings));
    }
}
