package vn.chieng.api.console;

/** The groups of the side bar, each with the first place that belongs to it. */
public enum MenuSection {
    /** What is watched and worked on all day. */
    OPERATIONS(0),
    /** Systems, their dossiers and reports. */
    RECORDS(30),
    /** What finds incidents. */
    DETECTION(40),
    /** Law, people and settings. */
    ADMINISTRATION(60);

    private final int from;

    MenuSection(int from) {
        this.from = from;
    }

    /** The group of an entry at this place. */
    static MenuSection of(int place) {
        MenuSection found = OPERATIONS;
        for (MenuSection section : values()) {
            if (section.from <= place) {
                found = section;
            }
        }
        return found;
    }

    /** Bundle key of its heading. */
    public String key() {
        return "console.section." + name();
    }
}
