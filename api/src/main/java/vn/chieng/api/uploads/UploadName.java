package vn.chieng.api.uploads;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of an uploaded file, only for people to recognise it by. */
public final class UploadName {
    private static final int LONGEST = 120;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private UploadName() {}

    /** The last part of what a browser sent, of which some send a whole path; of a long one the end. */
    public static String of(@Nullable String sent, String ifNone) {
        String name =
                sent == null ? "" : Normalizer.normalize(CONTROLS.matcher(sent).replaceAll(" "), Normalizer.Form.NFC);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return last.isEmpty() ? ifNone : last.substring(Math.max(0, last.length() - LONGEST));
    }
}
