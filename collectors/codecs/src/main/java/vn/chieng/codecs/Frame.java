package vn.chieng.codecs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The bytes of one frame and the text they make. */
public final class Frame {
    private static final char REPLACEMENT = '\uFFFD';
    /** How much of a frame is looked at to tell noise from text. */
    private static final int NOISE_SAMPLE = 4_096;
    /** One noise character in so many makes a frame without header binary. */
    private static final int NOISE_SHARE = 8;

    private final byte[] bytes;
    private final FrameContext context;
    private final String text;
    private final boolean exact;

    private Frame(byte[] bytes, FrameContext context, String text, boolean exact) {
        this.bytes = bytes;
        this.context = context;
        this.text = text;
        this.exact = exact;
    }

    /** Valid UTF-8 is taken as such; anything else in the declared charset, or as UTF-8 with the bad bytes replaced. */
    public static Frame of(byte[] bytes, FrameContext context) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean exact = text.indexOf(REPLACEMENT) < 0 || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        if (!exact && context.charset() != null) {
            text = new String(bytes, context.charset());
            exact = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        }
        return new Frame(bytes, context, text, exact);
    }

    public byte[] bytes() {
        return bytes;
    }

    public FrameContext context() {
        return context;
    }

    /** The whole frame as text. */
    public String text() {
        return text;
    }

    /** The text in UTF-8: the frame's own bytes where they are that. */
    public byte[] textBytes() {
        return exact ? bytes : text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text without the line ends, NULs and spaces that senders put behind a frame. */
    public String trimmed() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ' && isPadding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** An event that carries the bytes of this frame. */
    public EventDraft draft() {
        return new EventDraft(context, text, exact ? null : Base64.getEncoder().encodeToString(bytes));
    }

    /** Whether there are so many control characters and bad bytes that this is no text. */
    public boolean isNoise() {
        int length = Math.min(text.length(), NOISE_SAMPLE);
        int noise = 0;
        for (int index = 0; index < length; index++) {
            char next = text.charAt(index);
            noise += isNoise(next) ? 1 : 0;
        }
        return noise * NOISE_SHARE > length;
    }

    private static boolean isNoise(char value) {
        boolean layout = value == '\t' || value == '\n' || value == '\r' || value == '\u001B';
        return value == REPLACEMENT || (value < ' ' && !layout);
    }

    private static boolean isPadding(char value) {
        return value == '\n' || value == '\r' || value == 0 || value == ' ';
    }
}
