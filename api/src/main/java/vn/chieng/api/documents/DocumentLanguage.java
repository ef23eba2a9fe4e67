package vn.chieng.api.documents;

/** The languages a document may be in, with the fixed words of its form. */
public enum DocumentLanguage {
    VIETNAMESE("vi", "vi-VN"),
    ENGLISH("en", "en-GB");

    private final String tag;
    private final String regionTag;

    DocumentLanguage(String tag, String regionTag) {
        this.tag = tag;
        this.regionTag = regionTag;
    }

    public String tag() {
        return tag;
    }

    /** The language as Word and PDF want it, with a region. */
    public String regionTag() {
        return regionTag;
    }

    public String nationalTitle() {
        return choose("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM");
    }

    public String motto() {
        return choose("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness");
    }

    public String addressedTo() {
        return choose("Kính gửi:", "To:");
    }

    public String recipients() {
        return choose("Nơi nhận:", "Recipients:");
    }

    String word(Checklist.Answer answer) {
        return switch (answer) {
            case MET -> choose("Đạt", "Met");
            case PARTLY_MET -> choose("Đạt một phần", "Partly met");
            case NOT_MET -> choose("Chưa đạt", "Not met");
            case NOT_APPLICABLE -> choose("Không áp dụng", "Not applicable");
        };
    }

    Table.Row checklistHeader() {
        return switch (this) {
            case VIETNAMESE -> Table.Row.of("TT", "Yêu cầu", "Kết quả", "Ghi chú");
            case ENGLISH -> Table.Row.of("No.", "Requirement", "Result", "Remark");
        };
    }

    String versionWord() {
        return choose("phiên bản", "version");
    }

    String templateWord() {
        return choose("mẫu", "template");
    }

    String packWord() {
        return choose("gói quy định", "law pack");
    }

    private String choose(String vietnamese, String english) {
        return switch (this) {
            case VIETNAMESE -> vietnamese;
            case ENGLISH -> english;
        };
    }
}
