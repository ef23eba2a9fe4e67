package vn.chieng.api.organizations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chieng.api.access.Scope;

/** Keeps the register: reads within a scope, and what the editors write within one change. */
public interface OrganizationRegister {
    /** No list holds more. */
    int MOST_LISTED = 20_000;

    /** Those asked for, in no order, at most {@value #MOST_LISTED}. */
    List<OrganizationRow> list(OrganizationQuery query, Scope scope);

    /** How many exist on the day, by kind; kinds without any are left out. */
    Map<OrganizationKind, Long> counts(LocalDate day, Scope scope);

    /** One body with codes and those of its predecessors that lie within the scope. */
    Optional<OrganizationEntry> find(String id, Scope scope);

    /** The bodies this one came from. */
    List<Organization> predecessors(String id, Scope scope);

    /** The bodies that came from this one. */
    List<Organization> successors(String id, Scope scope);

    /** All with their codes and predecessors, in no order; predecessors outside the scope are left out. */
    List<OrganizationEntry> entries(Scope scope);

    /** The known kinds of codes, in the order to show them. */
    List<CodeScheme> schemes();

    /** Advances the number that every change advances, and keeps other changes waiting until the transaction ends; the number before. */
    long advance();

    /** Adds a body. */
    void add(OrganizationEntry entry);

    /** Writes a body anew, one version further. */
    void change(OrganizationEntry entry);
}
