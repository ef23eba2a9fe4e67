package vn.chieng.codecs;

/** Turns the bytes of one frame into an event; stateless, thread-safe, never throws on any bytes. */
@FunctionalInterface
public interface Codec {
    Decoded decode(byte[] frame, FrameContext context);
}
