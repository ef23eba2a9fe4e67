package vn.chieng.sigma;

/** A compiled search, condition or rule. */
@FunctionalInterface
interface Matcher {
    boolean matches(EventScan event);
}
