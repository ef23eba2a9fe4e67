package vn.chieng.api.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import vn.chieng.law.days.DayKind;

class CalendarEditingIT extends LegalEditors {
    @Test
    void aDayOffIsAddedWithAReasonAndCountsAtOnce() {
        LocalDate day = LocalDate.of(2030, 11, 5);
        assertThat(calendar("/law/calendar/days", "kind", "holiday", "first", "05/11/2030", "name", "Nghỉ bão"))
                .as("without a reason")
                .isEqualTo(422);
        assertThat(calendar(
                        "/law/calendar/days",
                        "kind",
                        "holiday",
                        "first",
                        "05/11/2030",
                        "name",
                        "Nghỉ bão",
                        "reason",
                        "Công điện 1"))
                .isEqualTo(303);
        assertThat(law.calendar().kind(day)).isEqualTo(DayKind.HOLIDAY);
        assertThat(body(get(AUTHOR, "/law/calendar?year=2030")))
                .contains("Nghỉ bão")
                .contains("Công điện 1");
        assertThat(calendar("/law/calendar/removals", "first", "2030-11-05", "reason", "Hủy"))
                .isEqualTo(303);
        assertThat(law.calendar().worked(day)).isTrue();
    }

    @Test
    void anOfficialListIsTakenAsAWholeOrNotAtAll() {
        String header = "first,last,name_vi,name_en,kind,certainty,instead_of\n";
        String swap = "02/11/2030,,,,worked,confirmed,05/11/2030\n";
        assertThat(imported(header + "05/11/2030,06/11/2030,Nghỉ đổi,,swapped,confirmed,\n"
                        + "04/11/2030,,,,worked,,05/11/2030\n"))
                .isEqualTo(422);
        assertThat(law.calendar().worked(LocalDate.of(2030, 11, 5))).isTrue();
        assertThat(imported(header + "05/11/2030,06/11/2030,Nghỉ đổi,,swapped,confirmed,\n" + swap))
                .isEqualTo(303);
        assertThat(law.calendar().kind(LocalDate.of(2030, 11, 6))).isEqualTo(DayKind.SWAPPED_OFF);
        assertThat(law.calendar().kind(LocalDate.of(2030, 11, 2))).isEqualTo(DayKind.SWAPPED_TO_WORK);
    }

    private int calendar(String address, String... parameters) {
        return send(AUTHOR, address, law.calendar().version(), parameters);
    }

    private int imported(String csv) {
        return mvc.post()
                .uri("/law/calendar/import")
                .multipart()
                .file(new MockMultipartFile("file", "days.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .secure(true)
                .with(as(AUTHOR))
                .with(csrf())
                .param("version", law.calendar().version())
                .param("reason", "Thông báo")
                .exchange()
                .getResponse()
                .getStatus();
    }
}
