package vn.chieng.sigma.yaml;

/**
 * Why a rule was refused.
 *
 * @param file the rule file as its {@link RuleSource} names it
 */
public record RuleIssue(String file, Position position, String message) {

    @Override
    public String toString() {
        return file + ":" + position + " " + message;
    }
}
