package vn.chieng.law.pack;

/** Anything in a pack that has an id and rests on a citation. */
public interface Rule {
    Basis basis();

    default String id() {
        return basis().id();
    }
}
