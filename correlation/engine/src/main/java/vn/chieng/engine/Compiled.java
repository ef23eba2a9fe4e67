package vn.chieng.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What takes long to make, made by the first that asks, on its own thread. */
final class Compiled<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    Compiled(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        T existing = made;
        if (existing == null) {
            existing = making.get();
            made = existing;
        }
        return existing;
    }
}
