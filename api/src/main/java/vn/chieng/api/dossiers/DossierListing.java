package vn.chieng.api.dossiers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.dossiers.workflow.DossierState;

/** The parameters of lists as a query; what cannot be read asks for nothing. */
final class DossierListing {
    private static final int MOST_TEXT = 200;

    private DossierListing() {}

    static DossierStore.Query query(
            @Nullable String text, @Nullable List<String> states, @Nullable List<Integer> levels) {
        String typed = text == null ? "" : text.strip();
        Set<DossierState> known = states == null
                ? Set.of()
                : Arrays.stream(DossierState.values())
                        .filter(state -> states.contains(state.code()))
                        .collect(Collectors.toSet());
        return new DossierStore.Query(
                typed.isEmpty() ? null : typed.substring(0, Math.min(typed.length(), MOST_TEXT)),
                known,
                levels == null ? Set.of() : new HashSet<>(levels),
                null);
    }
}
