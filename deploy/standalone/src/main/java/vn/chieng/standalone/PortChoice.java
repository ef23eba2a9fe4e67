package vn.chieng.standalone;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/** Which port a listener gets. */
sealed interface PortChoice {

    /** The port asked for, or one of many for 0. */
    record Chosen(int port) implements PortChoice {}

    /** The usual port is in use by another program, so a free one was taken. */
    record Instead(int port, int usual) implements PortChoice {}

    /** The port was asked for by name and is in use. */
    record Taken(int port) implements PortChoice {}

    /** An absent wish means the usual port if it is free; 0 means any free one. */
    static PortChoice choose(OptionalInt wished, int usual, IntPredicate isFree, IntSupplier anyFree) {
        if (wished.isEmpty()) {
            return isFree.test(usual) ? new Chosen(usual) : new Instead(anyFree.getAsInt(), usual);
        }
        int port = wished.getAsInt();
        if (port == 0) {
            return new Chosen(anyFree.getAsInt());
        }
        return isFree.test(port) ? new Chosen(port) : new Taken(port);
    }
}
