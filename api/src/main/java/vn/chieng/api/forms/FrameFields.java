package vn.chieng.api.forms;

/** The fields of a form that belong to its frame, by the keys every pack uses for them. */
final class FrameFields {
    static final String ISSUER = "issuer";
    static final String NUMBER = "number";
    static final String PLACE_DATE = "place-date";
    static final String RECIPIENT = "recipient";
    static final String SIGNATURE = "signature";
    static final String COPIES = "copies";
    static final String AUTHORITY = "authority";

    private FrameFields() {}
}
