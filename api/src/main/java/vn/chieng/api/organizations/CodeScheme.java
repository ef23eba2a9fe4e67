package vn.chieng.api.organizations;

import java.util.Locale;

/** A list of codes and what people call it. */
public record CodeScheme(String scheme, String nameVi, String nameEn) {

    /** The name in a language. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameVi;
    }
}
