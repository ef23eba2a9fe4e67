package vn.chieng.standalone.demo;

/** A sender of the demo; its syslog comes from {@code address}. */
public record Organization(String id, Kind kind, String name, String address) {

    /** What the organisation is; office traffic comes from communes. */
    public enum Kind {
        COMMUNE,
        DEPARTMENT
    }

    /** The part of the id that names the organisation among its kind. */
    public String code() {
        return id.substring(id.indexOf('-') + 1);
    }
}
