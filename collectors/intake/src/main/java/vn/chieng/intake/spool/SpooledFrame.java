package vn.chieng.intake.spool;

import vn.chieng.intake.frame.Frame;

/**
 * A frame as it stands in the spool.
 *
 * @param sequence gapless within one spool, for ever
 * @param size bytes it takes on disk
 */
public record SpooledFrame(long sequence, int size, Frame frame) {}
