package vn.chieng.api.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.chieng.api.documents.Checklist;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Marking;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.reading.PackFiles;
import vn.chieng.law.reading.PackReader;
import vn.chieng.law.reading.PackReading;

/** Invented facts of a dossier, complete and hostile, and the shipped packs. */
public final class SampleForms {
    public static final LawPack PACK = pack("ND331-2026");
    private static final String SYSTEM = "Hệ thống thông tin giải quyết thủ tục hành chính thử nghiệm";

    private SampleForms() {}

    public static LawPack pack(String id) {
        try {
            return switch (PackReader.read(PackFiles.of(Path.of("law/src/main/resources/law/packs", id)))) {
                case PackReading.Accepted(LawPack pack) -> pack;
                case PackReading.Refused refused -> throw new AssertionError(refused.text());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PaperDetails details() {
        return new PaperDetails(
                "HS-2026-000123",
                3,
                Instant.parse("2026-11-20T02:15:30Z"),
                "nguyen.thi.hoa",
                new Marking(Marking.Tlp.AMBER, "Hạn chế"),
                null);
    }

    public static FormFrame frame() {
        return new FormFrame(
                "Ủy ban nhân dân tỉnh Giả Định",
                "Sở Khoa học và Công nghệ",
                "Chủ tịch Ủy ban nhân dân tỉnh Giả Định",
                "128/SKHCN-ANM",
                "Pleiku",
                LocalDate.of(2026, 2, 5),
                List.of("Công an tỉnh Giả Định (Phòng An ninh mạng)"),
                List.of("Như trên;", "Giám đốc Sở (để báo cáo);", "Lưu: VT, ANM."),
                new FormFrame.Signer(List.of("KT. GIÁM ĐỐC"), "PHÓ GIÁM ĐỐC", "Trần Văn Thử"));
    }

    public static DossierFacts facts() {
        return facts(SYSTEM);
    }

    public static DossierFacts facts(String system) {
        return new DossierFacts(
                frame(),
                new DossierFacts.Party(
                        "Ủy ban nhân dân tỉnh Giả Định",
                        "Lê Thị Giả",
                        "Chủ tịch",
                        "Số 1, đường Không Có Thật, phường Giả Định",
                        "0269 000 0000",
                        "ubnd@giadinh.example"),
                DossierFacts.Party.named("Trung tâm Chuyển đổi số Giả Định"),
                List.of(
                        new DossierFacts.SystemLine(system, "Cấp độ 3", "NĐ 331 Điều 13 khoản 2 điểm b"),
                        new DossierFacts.SystemLine("Mạng nội bộ thử nghiệm", "Cấp độ 2", null)),
                List.of(
                        "Thuyết minh tổng quan về hệ thống (18 trang)",
                        "Thuyết minh đề xuất cấp độ (24 trang)",
                        "Thuyết minh phương án bảo đảm an ninh mạng (31 trang)"),
                "Đề nghị đưa hệ thống vào danh mục hệ thống thông tin quan trọng về an ninh quốc gia.",
                List.of("Sự phù hợp của cấp độ đề xuất;", "Sự đầy đủ của phương án bảo đảm an ninh mạng."),
                new DossierFacts.Appraisal(
                        new DossierFacts.PaperMark("131/CAT-ANM", LocalDate.of(2026, 1, 15), "Công an tỉnh Giả Định"),
                        List.of("Hồ sơ đề xuất cấp độ phiên bản 3;", "Quy chế bảo đảm an ninh mạng số 7/QC."),
                        List.of("Luật An ninh mạng số 116/2025/QH15;", "Nghị định số 331/2026/NĐ-CP."),
                        "Thẩm định bằng văn bản; lấy ý kiến của hai đơn vị.",
                        List.of(
                                "Cấp độ đề xuất phù hợp với loại thông tin và số chủ thể dữ liệu;",
                                "Phương án: cần bổ sung mô tả vùng mạng quản trị trước khi vận hành."),
                        "Phù hợp: hồ sơ đáp ứng yêu cầu của cấp độ 3, các góp ý đã được tiếp thu"),
                "Phê duyệt cấp độ 3 và phương án bảo đảm an ninh mạng kèm theo.",
                new DossierFacts.Decision(
                        List.of("Xét đề nghị của Giám đốc Sở Khoa học và Công nghệ;"),
                        "theo thuyết minh phương án trong hồ sơ HS-2026-000123, phiên bản 3.",
                        List.of(
                                "Trung tâm Chuyển đổi số triển khai đầy đủ phương án trước khi đưa vào vận hành;",
                                "Công an tỉnh kiểm tra, giám sát việc thực hiện."),
                        "Quyết định này có hiệu lực kể từ ngày ký",
                        new DossierFacts.PaperMark("9/QĐ-TTg", LocalDate.of(2026, 10, 1), "Thủ tướng Chính phủ")));
    }

    /** A form of the shipped pack over complete facts; form 08 over rows of its own. */
    public static FormPaper form(String id, DocumentLanguage language) {
        return DossierForms.build(PACK, id, facts(), language, details()).orElseThrow();
    }

    /** A whole dossier of level 3 with so many devices. */
    public static DossierPaper dossier(int devices) {
        List<Map<String, String>> rows = IntStream.rangeClosed(1, devices)
                .mapToObj(number -> Map.of(
                        "name", "Máy chủ ứng dụng số " + number,
                        "location", "Tủ " + (1 + number % 12) + ", phòng máy chủ tầng " + (1 + number % 4),
                        "purpose", "Chạy dịch vụ thử nghiệm, dự phòng nóng"))
                .toList();
        return new DossierPaper(
                frame(),
                SYSTEM,
                3,
                Set.of("part-risk-report-important", "part-expert-opinion-important", "part-contract"),
                Map.of(
                        "part-overview",
                        Map.of(
                                "owner-name", new FormValue.Text("Ủy ban nhân dân tỉnh Giả Định"),
                                "scope", new FormValue.Text("Phục vụ 135 xã, phường. ".repeat(30)),
                                "devices", new FormValue.Rows(rows)),
                        "part-plan",
                        Map.of("requirements", new FormValue.Chapters(List.of(requirements())))),
                List.of("so-do-mang.pdf (mục 1.4 Vùng mạng)", "quy-che.pdf"));
    }

    private static FormValue.Chapter requirements() {
        return new FormValue.Chapter(
                "Nhật ký",
                List.of(new Checklist(IntStream.rangeClosed(1, 40)
                        .mapToObj(number -> new Checklist.Item(
                                List.of(Checklist.Answer.values()).get(number % 4),
                                "Yêu cầu số " + number + " bằng lời của sản phẩm",
                                "Cách đáp ứng và bằng chứng"))
                        .toList())));
    }
}
