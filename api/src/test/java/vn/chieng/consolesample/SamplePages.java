package vn.chieng.consolesample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.chieng.api.console.Crumb;
import vn.chieng.api.console.Pagination;

/** A list that uses every shared piece, and the pages that other features will serve. */
@Controller
final class SamplePages {

    /** What one row shows. */
    public record Row(String id, String severity, String title, String rule, int level, boolean drill, Instant at) {}

    private final Clock clock;

    SamplePages(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/sample")
    String list(Model model) {
        Instant now = clock.instant();
        model.addAttribute("crumbs", List.of(new Crumb("/", "Chiêng"), new Crumb("/sample", "SC-2026")));
        model.addAttribute("list", new Pagination("/sample?q=a", 4, 1204, 50, 2));
        model.addAttribute("hostile", "abc\u202Egpj.exe\u0000 <script>alert(1)</script> " + "x".repeat(3000));
        model.addAttribute(
                "rows",
                List.of(
                        row("408", "M1", "Mã hóa hàng loạt tệp trên máy chủ dùng chung", 3, false, now, 6),
                        row("407", "M2", "Webshell nghi ngờ ở cổng dịch vụ công", 3, false, now, 95),
                        row("406", "M3", "Đăng nhập bất thường vào hệ thống một cửa", 2, true, now, 600),
                        row("405", "M4", "Dò mật khẩu\u202E SSH trên một máy chủ", 1, false, now, 4000)));
        return "sample/list";
    }

    @GetMapping("/sample/quick")
    String quick() {
        return "sample/list :: quick";
    }

    @GetMapping("/sample/failing")
    String failing() {
        throw new IllegalStateException("on purpose");
    }

    @GetMapping("/sample/error")
    String error(@RequestParam String code) {
        return "error/" + code;
    }

    @GetMapping("/signin")
    String signIn() {
        return "signin/signin";
    }

    private static Row row(String id, String severity, String title, int level, boolean drill, Instant now, int age) {
        return new Row("SC-2026-00" + id, severity, title, "T1486", level, drill, now.minus(Duration.ofMinutes(age)));
    }
}
