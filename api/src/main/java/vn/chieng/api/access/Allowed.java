package vn.chieng.api.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States who may call a handler method and how the caller's scope applies; a method without it answers nobody. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {
    /** The permission the caller needs. */
    Permission value();

    /** How the caller's scope narrows what the method touches. */
    ScopeRule scope() default ScopeRule.NONE;

    /** The ways scope can apply. */
    enum ScopeRule {
        /** The method touches nothing that belongs to an organisation. */
        NONE,
        /** Every query of the method carries the caller's {@link Scope} as one term. */
        QUERY,
        /** Only callers whose scope is everything get in; the others are refused before anything is read. */
        EVERYTHING
    }
}
