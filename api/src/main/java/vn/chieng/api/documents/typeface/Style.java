package vn.chieng.api.documents.typeface;

/** The four kinds of lettering, each a file. */
public enum Style {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private final String file;

    Style(String file) {
        this.file = file;
    }

    String path() {
        return "/documents/liberation-serif-2.1.5/LiberationSerif-" + file + ".ttf";
    }
}
