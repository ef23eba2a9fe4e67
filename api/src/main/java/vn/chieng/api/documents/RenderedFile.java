package vn.chieng.api.documents;

/** The size of a file and its SHA-256 in hexadecimal digits. */
public record RenderedFile(long bytes, String sha256) {}
