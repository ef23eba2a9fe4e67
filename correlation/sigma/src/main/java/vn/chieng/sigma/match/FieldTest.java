package vn.chieng.sigma.match;

/** A compiled test of one field of the event at hand. */
@FunctionalInterface
interface FieldTest {
    boolean holds(FieldValue field, EventScan event);
}
