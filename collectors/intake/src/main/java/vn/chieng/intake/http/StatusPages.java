package vn.chieng.intake.http;

import java.util.Optional;

/** What this process tells about itself. */
@FunctionalInterface
public interface StatusPages {

    /** The page at this path, if there is one. */
    Optional<Page> page(String path);

    /** A finished answer. */
    record Page(int status, String contentType, String body) {}
}
