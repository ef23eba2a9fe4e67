package vn.chieng.sigma.yaml;

/** A place in a rule file; both numbers count from 1. */
public record Position(int line, int column) {
    public static final Position START = new Position(1, 1);

    /** The place so many characters further on the same line. */
    public Position plus(int characters) {
        return new Position(line, column + characters);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
