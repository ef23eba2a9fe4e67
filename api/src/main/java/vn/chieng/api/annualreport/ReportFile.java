package vn.chieng.api.annualreport;

/** A file made of a frozen report; {@code format} is the end of its name. */
@SuppressWarnings("ArrayRecordComponent") // handed from renderer to store and back, never compared
public record ReportFile(String format, String language, byte[] content, String hash) {}
