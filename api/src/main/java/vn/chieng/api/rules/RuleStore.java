package vn.chieng.api.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps rules, their versions and their exceptions. */
public interface RuleStore {

    /** One rule. */
    Optional<Rule> find(String id);

    /** One rule, kept from others until the transaction ends. */
    Optional<Rule> lock(String id);

    /** Those of these ids that there are, by id, kept from others until the transaction ends. */
    Map<String, Rule> lock(Collection<String> ids);

    /** Those of these ids that there are, by id. */
    Map<String, Rule> find(Collection<String> ids);

    /** A part of a list. */
    List<ListedRule> list(RuleQuery query, int offset, int limit);

    /** How long the whole list is. */
    int count(RuleQuery query);

    /** How many there are in all. */
    RuleCounts counts();

    /** What the list can be narrowed to: products that rules name. */
    List<String> products();

    /** The values that rules have in a field of the list; none where every rule has its own. */
    List<String> values(String field);

    /** What engines have counted. */
    RuleTotals totals(String id);

    /** What the events that came have shown of its log source. */
    SeenInput seen(String id);

    /** A text by its hash. */
    String text(String hash);

    /** Texts by their hashes. */
    Map<String, String> texts(Collection<String> hashes);

    /** Writes rules that are new, each with its first version. */
    void add(List<RuleWrite> added);

    /** Writes the next version of rules. */
    void change(List<RuleWrite> changed);

    /** The versions, newest first. */
    List<RuleVersion> versions(String id);

    /** One version. */
    Optional<RuleVersion> version(String id, int version);

    /** The exceptions that hold, oldest first. */
    List<RuleFilter> filters(String ruleId);

    /** The exceptions that hold, by rule. */
    Map<String, List<RuleFilter>> filters(Collection<String> ruleIds);

    /** Adds an exception and answers it with its number. */
    RuleFilter add(RuleFilter filter);

    /** Ends an exception; false where it has ended already or is of another rule. */
    boolean end(String ruleId, long filterId, boolean expired, Instant now);

    /** Rules with an exception whose last day lies before this one. */
    List<String> withFiltersBefore(LocalDate today);

    /** Rules that run, in the order of their ids. */
    List<String> enabled();
}
