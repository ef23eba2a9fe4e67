package vn.chieng.api.views;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.SignedIn;

/** Keeps saved views; a caller sees their own and those of the unit they act for. */
public interface SavedViews {
    /** Most views that one person keeps of one list. */
    int MOST = 50;

    /** Those the caller sees, by name. */
    List<SavedView> visible(ViewArea area, SignedIn caller);

    /** One of them. */
    Optional<SavedView> find(UUID id, SignedIn caller);

    /** Keeps a list under a name, in place of the caller's own of that name; empty where there are too many. */
    Optional<SavedView> save(ViewArea area, String name, String address, boolean shared, SignedIn caller);

    /** Deletes one of the caller's own; whether there was one. */
    boolean delete(UUID id, SignedIn caller);

    /** The one that the caller had open last. */
    Optional<SavedView> last(ViewArea area, SignedIn caller);

    /** Notes which one the caller has open; null for none. */
    void opened(ViewArea area, @Nullable SavedView view, SignedIn caller);
}
