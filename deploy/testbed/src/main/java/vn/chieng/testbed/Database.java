package vn.chieng.testbed;

/** Where a database is and who may enter. */
public record Database(String url, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Database[" + url + ", " + user + "]";
    }
}
