package vn.chieng.api.systems.operation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chieng.api.systems.RegisteredSystem;
import vn.chieng.api.systems.SystemAction;
import vn.chieng.api.systems.SystemChanged;
import vn.chieng.api.systems.SystemOutcome;
import vn.chieng.api.systems.SystemProblem;
import vn.chieng.api.systems.SystemProblem.Reason;
import vn.chieng.api.systems.SystemStatus;
import vn.chieng.api.systems.SystemTransactions;
import vn.chieng.api.systems.SystemTransactions.Edit;
import vn.chieng.api.systems.SystemTransactions.Noted;
import vn.chieng.api.systems.duties.DutyStore;
import vn.chieng.api.systems.duties.OperationException;
import vn.chieng.law.gates.GateCheck;

/** Moves systems through their life; into operation only through the gates, or by an exception that somebody answers for. */
@Component
final class OperationMoves {
    static final String UNDETERMINED = "level-undetermined";

    private final SystemTransactions transactions;
    private final OperationGate gate;
    private final DutyStore duties;

    OperationMoves(SystemTransactions transactions, OperationGate gate, DutyStore duties) {
        this.transactions = transactions;
        this.gate = gate;
        this.duties = duties;
    }

    /** Where to, since when, and by whose word where gates are shut. */
    record Move(
            SystemStatus to,
            LocalDate since,
            boolean byException,
            @Nullable String approver,
            @Nullable String reason,
            @Nullable LocalDate until) {}

    SystemOutcome move(Edit edit, Move move) {
        return transactions.change(edit, before -> {
            if (!before.status().leadsTo(move.to())) {
                return SystemOutcome.Refused.of(SystemProblem.of("status", Reason.STATUS_IMPOSSIBLE));
            }
            Map<String, @Nullable Object> noted = new HashMap<>();
            SystemAction action = SystemAction.SYSTEM_MOVED;
            if (move.to() == SystemStatus.OPERATING) {
                List<String> shut = shut(before);
                if (!shut.isEmpty()) {
                    List<SystemProblem> lacks = lacks(move);
                    if (!lacks.isEmpty()) {
                        return new SystemOutcome.Refused(lacks);
                    }
                    except(edit, move, shut, before);
                    noted.put("approver", move.approver());
                    noted.put("gates", shut);
                    action = SystemAction.SYSTEM_EXCEPTED;
                }
            } else {
                duties.endException(before.id(), move.to().code(), transactions.now());
            }
            return transactions.changed(
                    before,
                    before.with(move.to(), move.since()),
                    new Noted(action, Map.of(), noted, move.reason()),
                    SystemChanged.Change.STATUS,
                    edit.by());
        });
    }

    /** Ids of the gates that are shut; a system without level cannot pass any. */
    private List<String> shut(RegisteredSystem system) {
        Optional<GateCheck> check = gate.check(system);
        return check.map(found -> found.closed().stream()
                        .map(closed -> closed.gate().id())
                        .toList())
                .orElse(List.of(UNDETERMINED));
    }

    private static List<SystemProblem> lacks(Move move) {
        if (!move.byException()) {
            return List.of(SystemProblem.of("status", Reason.GATE_SHUT));
        }
        List<SystemProblem> lacks = new java.util.ArrayList<>();
        if (move.approver() == null) {
            lacks.add(SystemProblem.of("approver", Reason.APPROVER_MISSING));
        }
        if (move.reason() == null) {
            lacks.add(SystemProblem.of("reason", Reason.REASON_MISSING));
        }
        return lacks;
    }

    private void except(Edit edit, Move move, List<String> shut, RegisteredSystem system) {
        duties.endException(system.id(), "replaced", transactions.now());
        duties.except(new OperationException(
                system.id(),
                String.valueOf(move.approver()),
                String.valueOf(move.reason()),
                move.until(),
                shut,
                gate.check(system).map(check -> check.pack().toString()).orElse("-"),
                transactions.now(),
                edit.by().displayName()));
    }
}
