package vn.chieng.api.reports;

import java.time.Instant;

/** The file that was signed outside, as it was uploaded; its hash is ours. */
public record SignedCopy(String name, String sha256, long bytes, Instant addedAt, String addedBy) {}
