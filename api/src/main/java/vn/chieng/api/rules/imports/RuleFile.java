package vn.chieng.api.rules.imports;

/** A file of an upload. */
@SuppressWarnings("ArrayRecordComponent") // bytes that only pass through; nobody compares files
record RuleFile(String path, byte[] content) {}
