package vn.chieng.sigma.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.sigma.rule.ConditionTokens.Token;
import vn.chieng.sigma.text.TextMatcher;
import vn.chieng.sigma.text.TextPattern;
import vn.chieng.sigma.yaml.Issues;
import vn.chieng.sigma.yaml.Position;

/** Reads a condition by recursive descent and spells its quantifiers out over the identifiers there are. */
final class ConditionReader {
    static final int MAX_DEPTH = 50;
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "of", "them");

    private final List<Token> tokens;
    private final Collection<String> identifiers;
    private final Issues issues;
    private int next;
    private int depth;

    private static final class Broken extends RuntimeException {
        private final Position position;

        Broken(Position position, String message) {
            super(message);
            this.position = position;
        }
    }

    private ConditionReader(List<Token> tokens, Collection<String> identifiers, Issues issues) {
        this.tokens = tokens;
        this.identifiers = identifiers;
        this.issues = issues;
    }

    /** The tree, or null where the condition is wrong. */
    static @Nullable Condition read(String text, Position start, Collection<String> identifiers, Issues issues) {
        List<Token> tokens = ConditionTokens.read(text, start, issues);
        if (tokens.isEmpty()) {
            return null;
        }
        try {
            return new ConditionReader(tokens, identifiers, issues).whole();
        } catch (Broken e) {
            issues.add(e.position, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Condition whole() {
        int before = issues.count();
        Condition condition = or();
        Token rest = peek();
        if (!rest.text().isEmpty()) {
            throw new Broken(rest.position(), "expected and, or, or the end of the condition but found " + rest.text());
        }
        return issues.count() == before ? condition : null;
    }

    private Condition or() {
        List<Condition> operands = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            operands.add(and());
        }
        return operands.size() == 1 ? operands.getFirst() : new Condition.Or(operands);
    }

    private Condition and() {
        List<Condition> operands = new ArrayList<>(List.of(not()));
        while (accept("and")) {
            operands.add(not());
        }
        return operands.size() == 1 ? operands.getFirst() : new Condition.And(operands);
    }

    private Condition not() {
        deeper();
        Condition condition = accept("not") ? new Condition.Not(not()) : primary();
        depth--;
        return condition;
    }

    private Condition primary() {
        Token token = tokens.get(next);
        if (accept("(")) {
            Condition inner = or();
            if (!accept(")")) {
                throw new Broken(peek().position(), "a closing parenthesis is missing");
            }
            return inner;
        }
        if (token.text().isEmpty()) {
            throw new Broken(token.position(), "the condition ends where a search is expected");
        }
        if (next + 1 < tokens.size() && tokens.get(next + 1).is("of")) {
            return quantified(token);
        }
        if (token.text().equals(")") || RESERVED.stream().anyMatch(token::is)) {
            throw new Broken(token.position(), "expected a search but found " + token.text());
        }
        next++;
        return named(token);
    }

    private Condition quantified(Token quantifier) {
        boolean all = quantifier.is("all");
        if (!all && !quantifier.is("1") && !quantifier.is("any")) {
            throw new Broken(quantifier.position(), "expected 1, any or all before of but found " + quantifier.text());
        }
        next += 2;
        Token pattern = peek();
        if (pattern.text().isEmpty() || "()".contains(pattern.text())) {
            throw new Broken(pattern.position(), "expected them or a pattern after of");
        }
        next++;
        List<Condition> operands = identifiers.stream()
                .filter(identifier -> selects(pattern, identifier))
                .<Condition>map(identifier -> new Condition.Named(identifier, pattern.position()))
                .toList();
        if (operands.isEmpty()) {
            issues.add(pattern.position(), "no search is named like " + pattern.text());
        }
        if (operands.size() == 1) {
            return operands.getFirst();
        }
        return all ? new Condition.And(operands) : new Condition.Or(operands);
    }

    private static boolean selects(Token pattern, String identifier) {
        if (pattern.is("them")) {
            return !identifier.startsWith("_");
        }
        boolean hidden = identifier.startsWith("_") && !pattern.text().startsWith("_");
        return !hidden && TextMatcher.of(TextPattern.read(pattern.text()), true).matches(identifier);
    }

    private Condition named(Token token) {
        if (!identifiers.contains(token.text())) {
            issues.add(token.position(), "there is no search named " + token.text());
        }
        return new Condition.Named(token.text(), token.position());
    }

    private void deeper() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new Broken(peek().position(), "the condition is nested deeper than " + MAX_DEPTH);
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean accept(String keyword) {
        if (peek().is(keyword)) {
            next++;
            return true;
        }
        return false;
    }
}
