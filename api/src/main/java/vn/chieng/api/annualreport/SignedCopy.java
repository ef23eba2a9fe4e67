package vn.chieng.api.annualreport;

/** The copy that was signed outside, as it was uploaded. */
@SuppressWarnings("ArrayRecordComponent") // handed from request to store and back, never compared
public record SignedCopy(String name, byte[] content) {}
