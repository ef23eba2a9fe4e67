package vn.chieng.api.incidents;

/** Somebody who may work on incidents. */
public record Handler(long id, String name, String displayName) {}
