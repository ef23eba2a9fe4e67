package vn.chieng.intake.frame;

/**
 * What the listener already found wrong with a frame; such a frame is kept and becomes a {@code pipeline_error}.
 *
 * @param code short and fixed, for {@code error.code}
 * @param detail one sentence for {@code error.message}
 */
public record Fault(String code, String detail) {
    public static final String FRAME_TOO_LONG = "frame_too_long";
    public static final String FRAME_INCOMPLETE = "frame_incomplete";
}
