package vn.chieng.api.organizations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.audit.AuditRecord;
import vn.chieng.api.audit.AuditTrail;

/** Changes bodies of the register within the caller's scope; each change is checked against all the others and leaves an audit record. */
@Component
final class OrganizationEditor {
    private final RegisterTransactions transactions;
    private final OrganizationRegister register;
    private final AuditTrail audit;

    /** What is to be done to one body, as its caller saw it. */
    record Edit(
            String id,
            int version,
            OrganizationAction action,
            @Nullable String reason,
            UnaryOperator<OrganizationEntry> change) {}

    OrganizationEditor(RegisterTransactions transactions, OrganizationRegister register, AuditTrail audit) {
        this.transactions = transactions;
        this.register = register;
        this.audit = audit;
    }

    ChangeOutcome<OrganizationEntry> change(Edit edit, SignedIn by) {
        return transactions.change(_ -> changed(edit, by));
    }

    /** The second body gets the first among its predecessors, and the first ends. */
    ChangeOutcome<OrganizationEntry> dissolve(Edit edit, @Nullable String successorId, SignedIn by) {
        return transactions.change(_ -> {
            if (successorId != null) {
                Optional<OrganizationEntry> successor = register.find(successorId, by.scope());
                if (successor.isEmpty() || successorId.equals(edit.id())) {
                    return new ChangeOutcome.Refused<>(List.of(
                            RegisterProblem.of("successor", RegisterProblem.Reason.ORGANIZATION_UNKNOWN, successorId)));
                }
                OrganizationEntry heir = successor.get();
                if (!heir.predecessors().contains(edit.id())) {
                    Set<String> predecessors = new java.util.TreeSet<>(heir.predecessors());
                    predecessors.add(edit.id());
                    write(
                            OrganizationAction.ORGANIZATION_CHANGED,
                            edit.reason(),
                            heir,
                            heir.withPredecessors(predecessors),
                            by);
                }
            }
            return changed(edit, by);
        });
    }

    ChangeOutcome<OrganizationEntry> add(OrganizationEntry entry, SignedIn by) {
        return transactions.change(_ -> {
            List<RegisterProblem> problems = new Register(register.entries(new Scope.Everything()))
                    .with(List.of(entry))
                    .problems(entry);
            if (!problems.isEmpty()) {
                return new ChangeOutcome.Refused<>(problems);
            }
            register.add(entry);
            audit.record(
                    by, record(OrganizationAction.ORGANIZATION_ADDED, entry).changed(Map.of(), entry.fields()));
            return new ChangeOutcome.Done<>(entry);
        });
    }

    private ChangeOutcome<OrganizationEntry> changed(Edit edit, SignedIn by) {
        Optional<OrganizationEntry> visible = register.find(edit.id(), by.scope());
        if (visible.isEmpty()) {
            return new ChangeOutcome.Unknown<>();
        }
        if (visible.get().organization().version() != edit.version()) {
            return new ChangeOutcome.Stale<>(visible.get());
        }
        // whole: predecessors that the caller does not see must not be lost
        Register all = new Register(register.entries(new Scope.Everything()));
        OrganizationEntry before = all.find(edit.id()).orElseThrow();
        OrganizationEntry after = edit.change().apply(before);
        if (after.equals(before)) {
            return new ChangeOutcome.Done<>(before);
        }
        List<RegisterProblem> problems = all.with(List.of(after)).problems(after).stream()
                .filter(problem -> !namesForeign(problem, by.scope()))
                .toList();
        if (!problems.isEmpty()) {
            return new ChangeOutcome.Refused<>(problems);
        }
        write(edit.action(), edit.reason(), before, after, by);
        return new ChangeOutcome.Done<>(after);
    }

    /** Whoever may not know of the other body is not stopped by it either: the refusal would tell. */
    private static boolean namesForeign(RegisterProblem problem, Scope scope) {
        return switch (problem.reason()) {
            case NAME_TAKEN, CODE_TAKEN, PARENT_ENDED ->
                !scope.covers(problem.arguments().getLast());
            default -> false;
        };
    }

    private void write(
            OrganizationAction action,
            @Nullable String reason,
            OrganizationEntry before,
            OrganizationEntry after,
            SignedIn by) {
        register.change(after);
        audit.record(
                by,
                record(action, after)
                        .changed(before.differing(after), after.differing(before))
                        .because(reason));
    }

    private static AuditRecord record(OrganizationAction action, OrganizationEntry entry) {
        return AuditRecord.of(
                action, "organization", entry.id(), entry.organization().name(), Set.of(entry.id()));
    }
}
