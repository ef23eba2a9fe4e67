package vn.chieng.intake.frame;

/**
 * Place of a frame in a batch that its sender may send again.
 *
 * @param batch hexadecimal digits, made of the source and of the body's hash or the sender's own key
 * @param body hexadecimal digits of the body's hash: another body under the same key is told apart by it
 * @param index line number from 0
 * @param last whether the batch ends here
 */
public record BatchLine(String batch, String body, int index, boolean last) {}
