package vn.chieng.sigma.match;

/** A compiled search, condition or rule. */
@FunctionalInterface
public interface Matcher {
    boolean matches(EventScan event);
}
