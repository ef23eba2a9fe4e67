package vn.chieng.api.incidents.observables;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.Scope;
import vn.chieng.api.access.SignedIn;
import vn.chieng.api.incidents.Reader;
import vn.chieng.api.incidents.Tlp;

/** Keeps observables; whoever carries another incident has its observables too. */
public interface ObservableStore {

    /** An observable as typed; without a type it is guessed. */
    record Draft(
            @Nullable ObservableType type,
            String value,
            Tlp tlp,
            boolean indicator,
            @Nullable String note) {}

    /** Those that were kept and those that the evidence holds, the most often seen first. */
    List<Sighted> sighted(long incidentId, Reader reader);

    /** How many were kept. */
    long count(long incidentId, Scope scope);

    /** Adds one; one that is there already stays as it is. */
    ObservableOutcome add(long incidentId, Draft draft, SignedIn by);

    /** Takes one away. */
    ObservableOutcome remove(long incidentId, long id, SignedIn by);
}
