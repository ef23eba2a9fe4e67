package vn.chieng.api.incidents;

import org.jspecify.annotations.Nullable;

/** What an incident came from, or why that cannot be told. */
public record Cause(@Nullable String known, @Nullable String unknownBecause) {}
