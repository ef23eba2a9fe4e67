package vn.chieng.api.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.chieng.api.documents.Table.Alignment;
import vn.chieng.api.documents.Table.Column;

/** Invented documents: one with every part, one laid out as a form in both languages, and long ones. */
public final class SampleDocuments {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:15:30.123Z"), ZoneOffset.UTC);

    private SampleDocuments() {}

    public static DocumentDetails details(DocumentLanguage language, String title) {
        return DocumentDetails.of(
                "HS-2026-000123",
                3,
                title,
                language,
                new DocumentDetails.Source("04", "1.2", "ND331-2026", "1.0"),
                CLOCK,
                "nguyen.thi.hoa",
                new Marking(
                        Marking.Tlp.AMBER,
                        language == DocumentLanguage.VIETNAMESE ? "Lưu hành nội bộ" : "Internal use"));
    }

    public static Document of(Block... blocks) {
        return new Document(details(DocumentLanguage.VIETNAMESE, "Tài liệu thử"), List.of(blocks));
    }

    /** Every part there is, on pages of both orientations, with a watermark. */
    public static Document everyPart() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new StateHeader(
                "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH",
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "Số: 128/SKHCN-ANM",
                "V/v diễn tập ứng phó sự cố an ninh mạng năm 2026",
                "Pleiku, ngày 20 tháng 11 năm 2026"));
        blocks.add(new DocumentTitle("BÁO CÁO", "Kết quả diễn tập thực chiến quý IV năm 2026"));
        blocks.add(new Addressees(List.of("Ủy ban nhân dân tỉnh", "Công an tỉnh (Phòng An ninh mạng)")));
        blocks.add(new Heading(1, "I. Tình hình chung"));
        blocks.add(Paragraph.of(
                Run.plain("Đợt diễn tập do "),
                Run.bold("Trung tâm điều hành an ninh mạng (SOC)"),
                Run.plain(" chủ trì, có "),
                Run.italic("mười hai đơn vị"),
                Run.plain(" tham gia; kịch bản gồm lừa đảo qua thư điện tử, mã độc tống tiền và thay đổi giao diện. "),
                new Run("Không có dữ liệu thật nào bị ảnh hưởng.", true, true)));
        blocks.add(new Heading(2, "1. Mục tiêu"));
        blocks.add(ItemList.dashes(
                "Kiểm tra việc tiếp nhận, phân loại và báo cáo ban đầu trong 24 giờ;",
                "Rèn luyện phối hợp giữa đơn vị vận hành, chủ quản hệ thống thông tin và cơ quan điều phối, kể cả ngoài giờ làm việc và trong ngày nghỉ lễ;",
                "Đánh giá khả năng khôi phục từ bản sao lưu."));
        blocks.add(new Heading(3, "a) Các bước"));
        blocks.add(ItemList.numbers(
                "Phát hiện và xác minh.", "Ngăn chặn, cô lập.", "Loại bỏ, khôi phục, rút kinh nghiệm."));
        blocks.add(new Heading(4, "Ghi nhận thêm"));
        blocks.add(new Paragraph(
                List.of(Run.plain("(Số liệu tính đến 17 giờ 00 ngày 19/11/2026)")), Paragraph.Setting.CENTERED));
        blocks.add(new KeyValues(List.of(
                new KeyValues.Entry("Tên hệ thống thông tin", "Cổng dịch vụ nội bộ thử nghiệm"),
                new KeyValues.Entry("Cấp độ đề xuất", "Cấp độ 3"),
                new KeyValues.Entry("Địa chỉ", "Tầng 2, nhà B\nĐường Không Có Thật, phường Giả Định"))));
        blocks.add(new Table(
                "Bảng 1. Thời gian phản ứng",
                List.of(
                        new Column(1, Alignment.CENTER),
                        new Column(5, Alignment.LEFT),
                        new Column(2, Alignment.RIGHT),
                        new Column(2, Alignment.RIGHT)),
                List.of(
                        new Table.Row(List.of(
                                Table.Cell.of("TT"),
                                Table.Cell.of("Nội dung"),
                                new Table.Cell(List.of(Run.plain("Thời gian (phút)")), 2))),
                        Table.Row.of("", "", "Mục tiêu", "Thực tế")),
                List.of(
                        Table.Row.of("1", "Từ phát hiện đến tiếp nhận", "15", "9,5"),
                        Table.Row.of("2", "Từ tiếp nhận đến cô lập", "60", "72"),
                        new Table.Row(List.of(
                                new Table.Cell(List.of(Run.bold("Tổng cộng")), 2),
                                Table.Cell.of("75"),
                                Table.Cell.of("81,5"))))));
        blocks.add(new Heading(1, "II. Kết quả theo yêu cầu"));
        blocks.add(new Checklist(List.of(
                new Checklist.Item(
                        Checklist.Answer.MET, "Xác thực đa yếu tố cho tài khoản quản trị", "Đo ngày 18/11/2026"),
                new Checklist.Item(Checklist.Answer.PARTLY_MET, "Lưu nhật ký tối thiểu 6 tháng", "Thiếu 2 nguồn"),
                new Checklist.Item(Checklist.Answer.NOT_MET, "Sao lưu ngoại tuyến", ""),
                new Checklist.Item(Checklist.Answer.NOT_APPLICABLE, "Hệ thống điều khiển công nghiệp", ""))));
        blocks.add(Note.of("Lưu ý: số liệu trong tài liệu này là giả định, chỉ dùng để diễn tập."));
        blocks.add(Paragraph.of("Trên đây là kết quả diễn tập, kính báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./."));
        blocks.add(new Closing(
                List.of("Như trên;", "Giám đốc Sở (để báo cáo);", "Lưu: VT, ANM."),
                List.of(new Closing.Signature(
                        List.of("KT. GIÁM ĐỐC"), "PHÓ GIÁM ĐỐC", "(Ký, ghi rõ họ tên, đóng dấu)", "Trần Văn Thử"))));
        blocks.add(new PageBreak(PageBreak.Orientation.LANDSCAPE));
        blocks.add(new DocumentTitle("PHỤ LỤC", "Danh mục hệ thống thông tin tham gia"));
        blocks.add(wideTable(6));
        blocks.add(new PageBreak(PageBreak.Orientation.PORTRAIT));
        blocks.add(new DocumentTitle("BIÊN BẢN", null));
        blocks.add(new Paragraph(List.of(Run.plain("Hai bên cùng ký xác nhận.")), Paragraph.Setting.UNINDENTED));
        blocks.add(new Closing(
                List.of(),
                List.of(
                        new Closing.Signature(List.of(), "ĐẠI DIỆN BÊN A", "(Ký, ghi rõ họ tên)", "Lê Thị Giả"),
                        new Closing.Signature(List.of(), "ĐẠI DIỆN BÊN B", "(Ký, ghi rõ họ tên)", null))));
        return new Document(
                details(DocumentLanguage.VIETNAMESE, "Báo cáo kết quả diễn tập").watermarked("DIỄN TẬP"), blocks);
    }

    /** Twelve columns, as the annual report has. */
    private static Table wideTable(int rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(4, Alignment.CENTER));
        columns.add(new Column(14, Alignment.LEFT));
        IntStream.range(0, 10).forEach(i -> columns.add(new Column(8, Alignment.LEFT)));
        return new Table(
                null,
                columns,
                List.of(Table.Row.of(
                        "TT",
                        "Tên hệ thống thông tin",
                        "Chủ quản",
                        "Đơn vị vận hành",
                        "Cấp độ đề xuất",
                        "Tình trạng phê duyệt",
                        "Quyết định",
                        "Quy chế",
                        "Dự kiến phê duyệt",
                        "Triển khai phương án",
                        "Dự kiến triển khai đầy đủ",
                        "Kiểm tra, đánh giá")),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> Table.Row.of(
                                Integer.toString(i),
                                "Hệ thống quản lý văn bản thử nghiệm số " + i,
                                "UBND xã Giả Định",
                                "Văn phòng",
                                "2",
                                "Đã được phê duyệt",
                                "12" + i + "/QĐ-UBND ngày 03/02/2026",
                                "Quy chế số 7/QC",
                                "",
                                "Đã triển khai một số hạng mục",
                                "31/12/2026",
                                "Định kỳ"))
                        .toList());
    }

    /** An opinion of appraisal, as an office would print it. */
    public static Document form(DocumentLanguage language) {
        return switch (language) {
            case VIETNAMESE ->
                new Document(details(language, "Ý kiến thẩm định hồ sơ đề xuất cấp độ"), vietnameseForm());
            case ENGLISH -> new Document(details(language, "Appraisal of a level-proposal dossier"), englishForm());
        };
    }

    private static List<Block> vietnameseForm() {
        return List.of(
                new StateHeader(
                        "ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH",
                        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                        "Số: 131/SKHCN-TĐ",
                        null,
                        "Pleiku, ngày 20 tháng 11 năm 2026"),
                new DocumentTitle("Ý KIẾN THẨM ĐỊNH", "Hồ sơ đề xuất cấp độ Hệ thống một cửa thử nghiệm"),
                new Addressees(List.of("Ủy ban nhân dân xã Giả Định")),
                Paragraph.of("Sở Khoa học và Công nghệ đã nhận hồ sơ đề xuất cấp độ của Hệ thống một cửa thử nghiệm; "
                        + "sau khi xem xét, Sở có ý kiến thẩm định như sau:"),
                new Heading(1, "1. Hồ sơ đã nhận"),
                new Table(
                        null,
                        List.of(
                                new Column(8, Alignment.CENTER),
                                new Column(62, Alignment.LEFT),
                                new Column(30, Alignment.CENTER)),
                        List.of(Table.Row.of("TT", "Tài liệu", "Số trang")),
                        List.of(
                                Table.Row.of("1", "Thuyết minh đề xuất cấp độ", "24"),
                                Table.Row.of("2", "Phương án bảo đảm an ninh mạng", "31"),
                                Table.Row.of("3", "Quy chế bảo đảm an ninh mạng", "12"))),
                new Heading(1, "2. Nhận xét"),
                ItemList.dashes(
                        "Sự phù hợp của cấp độ: phù hợp với loại thông tin và quy mô người sử dụng;",
                        "Phương án: còn thiếu mô tả vùng mạng quản trị."),
                new Heading(1, "3. Kết luận"),
                Paragraph.of(
                        Run.plain("Hồ sơ "),
                        Run.bold("phù hợp"),
                        Run.plain(
                                " với cấp độ 2. Đề nghị đơn vị vận hành bổ sung nội dung nêu tại mục 2 trước khi trình phê duyệt./.")),
                new Closing(
                        List.of("Như trên;", "Lưu: VT, ANM."),
                        List.of(new Closing.Signature(List.of(), "GIÁM ĐỐC", null, "Phạm Thị Giả Định"))));
    }

    private static List<Block> englishForm() {
        return List.of(
                new StateHeader(
                        "PEOPLE'S COMMITTEE OF GIA DINH PROVINCE",
                        "DEPARTMENT OF SCIENCE AND TECHNOLOGY",
                        "No.: 131/SKHCN-TĐ",
                        null,
                        "Pleiku, 20 November 2026"),
                new DocumentTitle("APPRAISAL OPINION", "Level-proposal dossier of the one-stop-shop test system"),
                new Addressees(List.of("People's Committee of Gia Dinh commune")),
                Paragraph.of(
                        "The Department has received the level-proposal dossier of the one-stop-shop test system and, "
                                + "having examined it, states:"),
                new Heading(1, "1. Documents received"),
                new Table(
                        null,
                        List.of(
                                new Column(8, Alignment.CENTER),
                                new Column(62, Alignment.LEFT),
                                new Column(30, Alignment.CENTER)),
                        List.of(Table.Row.of("No.", "Document", "Pages")),
                        List.of(
                                Table.Row.of("1", "Level justification", "24"),
                                Table.Row.of("2", "Protection plan", "31"),
                                Table.Row.of("3", "Security regulation", "12"))),
                new Heading(1, "2. Remarks"),
                ItemList.dashes(
                        "Fitness of the level: fits the class of information and the number of users;",
                        "Plan: the administration zone of the network is not described."),
                new Heading(1, "3. Conclusion"),
                Paragraph.of(
                        Run.plain("The dossier is "),
                        Run.bold("fit"),
                        Run.plain(
                                " for level 2. The operator is asked to complete what remark 2 names before submission.")),
                new Closing(
                        List.of("As above;", "Filed: archive."),
                        List.of(new Closing.Signature(List.of(), "DIRECTOR", null, "Phạm Thị Giả Định"))));
    }

    /** A table of so many rows between two paragraphs. */
    public static Document longTable(int rows) {
        return of(
                new DocumentTitle("DANH MỤC", "Thiết bị"),
                new Heading(1, "Bảng thiết bị"),
                devices(rows),
                Paragraph.of("Hết bảng."));
    }

    private static Table devices(int rows) {
        return new Table(
                "Thiết bị",
                List.of(
                        new Column(8, Alignment.CENTER),
                        new Column(32, Alignment.LEFT),
                        new Column(25, Alignment.LEFT),
                        new Column(35, Alignment.LEFT)),
                List.of(Table.Row.of("TT", "Tên thiết bị", "Địa chỉ", "Vị trí lắp đặt")),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> Table.Row.of(
                                Integer.toString(i),
                                "Thiết bị " + i,
                                "10.0." + i / 250 + "." + i % 250,
                                "Phòng máy chủ tầng " + (1 + i % 4)))
                        .toList());
    }

    /** About forty pages: chapters with text, lists and a table each. */
    public static Document dossier(int chapters) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new StateHeader(null, "VĂN PHÒNG THỬ NGHIỆM", "Số: 1/TM", null, "Pleiku, ngày 20 tháng 11 năm 2026"));
        blocks.add(new DocumentTitle("THUYẾT MINH ĐỀ XUẤT CẤP ĐỘ", "Hệ thống thử nghiệm"));
        String sentence =
                "Hệ thống thông tin được đặt tại trung tâm dữ liệu của tỉnh, kết nối qua mạng truyền số liệu chuyên dùng "
                        + "và được giám sát an ninh mạng liên tục; nhật ký được thu thập, lưu trữ và đối chiếu hằng ngày. ";
        for (int chapter = 1; chapter <= chapters; chapter++) {
            blocks.add(new Heading(1, "Phần " + chapter + ". Mô tả và phương án"));
            for (int i = 0; i < 5; i++) {
                blocks.add(Paragraph.of(sentence.repeat(4)));
            }
            blocks.add(ItemList.dashes("Vùng mạng nội bộ;", "Vùng mạng máy chủ;", "Vùng mạng quản trị."));
            blocks.add(devices(15));
        }
        blocks.add(Paragraph.of("Kính trình xem xét./."));
        blocks.add(new Closing(
                List.of("Như trên;"),
                List.of(new Closing.Signature(List.of(), "CHÁNH VĂN PHÒNG", null, "Đỗ Văn Mẫu"))));
        return new Document(details(DocumentLanguage.VIETNAMESE, "Thuyết minh đề xuất cấp độ"), blocks);
    }
}
