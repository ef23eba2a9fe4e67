package vn.chieng.law.reading;

/** Something wrong in a data file, and where. */
public record DataIssue(Position position, String message) {
    @Override
    public String toString() {
        return position + ": " + message;
    }
}
