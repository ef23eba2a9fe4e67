package vn.chieng.api.documents;

import java.util.Locale;

/** The Vietnamese letters that ASCII lacks, in both cases. */
public final class Letters {
    private static final String LOWER =
            "àáảãạăằắẳẵặâầấẩẫậ" + "èéẻẽẹêềếểễệ" + "ìíỉĩị" + "òóỏõọôồốổỗộơờớởỡợ" + "ùúủũụưừứửữự" + "ỳýỷỹỵ" + "đ";

    /** 134 of them. */
    public static final String ALL = LOWER + LOWER.toUpperCase(Locale.ROOT);

    private Letters() {}
}
