package vn.chieng.api.home;

import java.nio.file.Path;

/** A home folder of a test. */
public final class HomeFolder {
    private HomeFolder() {}

    public static PrivateFiles at(Path folder) {
        return new PrivateFiles(new ApiSettings(folder, false, false));
    }
}
