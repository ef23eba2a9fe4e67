package vn.chieng.sigma;

/** A place in a rule file; both numbers count from 1. */
public record Position(int line, int column) {
    static final Position START = new Position(1, 1);

    /** The place so many characters further on the same line. */
    Position plus(int characters) {
        return new Position(line, column + characters);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
