package vn.chieng.api.dossiers;

import org.springframework.stereotype.Component;
import vn.chieng.api.access.Scope;

/** Counts dossiers whose time limit has passed without an answer. */
@Component
public final class OverdueDossiers {
    private static final int MOST = 2_000;

    private final DossierStore store;
    private final DossierContext context;

    OverdueDossiers(DossierStore store, DossierContext context) {
        this.store = store;
        this.context = context;
    }

    /** Those of the scope. */
    public int count(Scope scope) {
        return (int) store.list(DossierStore.Query.ALL, scope, 0, MOST).stream()
                .filter(dossier -> dossier.state().open()
                        && context.clocks(dossier).stream().anyMatch(each -> each.late(context.now())))
                .count();
    }
}
