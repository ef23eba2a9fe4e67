package vn.chieng.api.dossiers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import vn.chieng.api.dossiers.content.Answers;
import vn.chieng.api.dossiers.content.SectionContent;

/** The product's own dossier, grown to what a provincial data centre writes: invented, but as long as the real ones. */
final class LargeDossier {
    private static final int DEVICES = 300;
    private static final List<String> KINDS = List.of(
            "Máy chủ ảo hóa", "Máy chủ cơ sở dữ liệu", "Chuyển mạch truy cập", "Tường lửa vùng", "Tủ đĩa", "Camera");
    private static final List<String> PURPOSES = List.of(
            "Chạy máy ảo của cổng dịch vụ công và kho dữ liệu dùng chung",
            "Lưu hồ sơ thủ tục hành chính, nhân bản sang điểm dự phòng",
            "Nối máy trạm của phòng vận hành với vùng quản trị",
            "Tách vùng ứng dụng với vùng dữ liệu, ghi nhật ký kết nối",
            "Lưu bản sao ngoại tuyến theo tuần, giữ mười hai tháng",
            "Quan sát lối vào phòng máy, lưu hình ba mươi ngày");
    private static final List<String> WAYS = List.of(
            ". Quy trình được ban hành kèm quy chế, người phụ trách kiểm tra hằng tuần và ghi biên bản vào sổ vận hành",
            ". Cấu hình được áp bằng mẫu chung, sai lệch được báo trong ngày và sửa trong ba ngày làm việc",
            ". Kết quả rà soát sáu tháng một lần được trình lãnh đạo Trung tâm, tồn tại được theo dõi đến khi đóng",
            ". Số liệu được lấy tự động từ nền tảng giám sát, lưu cùng bằng chứng và đối chiếu khi kiểm tra độc lập");

    private final OwnDossier own;

    LargeDossier(OwnDossier own) {
        this.own = own;
    }

    /** What the sections say, requirement groups included, on top of these versions. */
    Map<String, DossierWriting.Typed> typed(Map<String, StoredSection> stored) {
        Map<String, DossierWriting.Typed> typed = new LinkedHashMap<>(own.typed(stored));
        typed.computeIfPresent("part-overview.devices", (_, was) -> rows(was, DEVICES, LargeDossier::device));
        typed.computeIfPresent("part-overview.applications", (_, was) -> rows(was, 60, LargeDossier::application));
        typed.computeIfPresent("part-overview.zones", (_, was) -> rows(was, 12, LargeDossier::zone));
        typed.computeIfPresent("part-risk-file.assets", (_, was) -> rows(was, 30, LargeDossier::asset));
        typed.replaceAll((key, was) -> key.startsWith("part-plan.") ? answered(was) : was);
        return typed;
    }

    private static DossierWriting.Typed rows(
            DossierWriting.Typed was, int count, IntFunction<Map<String, String>> cells) {
        List<SectionContent.Row> rows = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new SectionContent.Row("r" + number, cells.apply(number)))
                .toList();
        return new DossierWriting.Typed(was.version(), was.texts(), rows, was.done());
    }

    private static Map<String, String> device(int number) {
        int kind = (number - 1) % KINDS.size();
        int floor = 1 + (number - 1) / 75;
        return Map.of(
                "name", KINDS.get(kind) + ", tầng " + floor + ", vị trí " + number,
                "location", "Trung tâm dữ liệu tỉnh, tủ " + (1 + number % 24),
                "purpose", PURPOSES.get(kind));
    }

    private static Map<String, String> application(int number) {
        return Map.of(
                "name", "Dịch vụ nghiệp vụ số " + number + " (tiếp nhận, xử lý, tra cứu)",
                "server", "Cụm máy ảo " + (1 + number % 6) + ", Debian 12, PostgreSQL 17",
                "purpose", "Phục vụ cán bộ tiếp nhận và người dân của 135 xã, phường");
    }

    private static Map<String, String> zone(int number) {
        return Map.of(
                "zone", "Vùng số " + number,
                "private-ip", "10.20." + number + ".0/24",
                "public-ip", number == 1 ? "203.0.113.10" : "–");
    }

    private static Map<String, String> asset(int number) {
        return Map.of(
                "name",
                "Kho dữ liệu và khóa của dịch vụ nghiệp vụ số " + number,
                "rank",
                number % 3 == 0 ? "Quan trọng" : "Rất quan trọng");
    }

    private static DossierWriting.Typed answered(DossierWriting.Typed was) {
        List<SectionContent.Row> rows = IntStream.range(0, was.rows().size())
                .mapToObj(place -> answered(was.rows().get(place), place))
                .toList();
        return new DossierWriting.Typed(was.version(), was.texts(), rows, was.done());
    }

    private static SectionContent.Row answered(SectionContent.Row row, int place) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.merge(Answers.HOW, WAYS.get(place % WAYS.size()), String::concat);
        cells.put(Answers.EVIDENCE, "Biên bản số " + (place + 1) + "/BB-TTCDS, ảnh cấu hình kèm theo");
        return new SectionContent.Row(row.key(), cells);
    }
}
