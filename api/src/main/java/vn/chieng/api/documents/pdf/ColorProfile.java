package vn.chieng.api.documents.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/** The colour space that PDF/A asks for by name. */
final class ColorProfile {
    private ColorProfile() {}

    /** The JDK's own sRGB profile. */
    static byte[] sRgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }
}
