package vn.chieng.api.home;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of files that are taken beside records, told by the ending of their name. */
public final class FileTypes {
    private static final int LONGEST_NAME = 200;
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "txt", "text/plain;charset=UTF-8",
            "csv", "text/csv;charset=UTF-8",
            "zip", "application/zip",
            "p7s", "application/pkcs7-signature");

    private FileTypes() {}

    /** The media type by which it is handed out again; empty where files of this ending are not taken. */
    public static Optional<String> mediaType(String name) {
        return Optional.ofNullable(TYPES.get(ending(name)));
    }

    /** What stands after the last dot, in lower case. */
    public static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name alone, as some browsers send a path. */
    public static String lastName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }
}
