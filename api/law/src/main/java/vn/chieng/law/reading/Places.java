package vn.chieng.law.reading;

import java.util.IdentityHashMap;
import java.util.Objects;

/** Remembers where in the file each record was read. */
final class Places {
    private final IdentityHashMap<Object, Node.Fields> places = new IdentityHashMap<>();

    void put(Object read, Node.Fields fields) {
        places.put(read, fields);
    }

    Position of(Object read) {
        return fields(read).position();
    }

    Position of(Object read, String key) {
        return fields(read).at(key);
    }

    Node.Fields fields(Object read) {
        return Objects.requireNonNull(places.get(read), "not read here");
    }
}
