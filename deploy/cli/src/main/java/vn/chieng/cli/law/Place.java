package vn.chieng.cli.law;

/** A place in a JSON file: line and column count from one; the pointer is that of RFC 6901. */
record Place(String file, int line, int column, String pointer) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + (pointer.isEmpty() ? "" : " " + pointer);
    }
}
