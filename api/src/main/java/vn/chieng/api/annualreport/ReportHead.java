package vn.chieng.api.annualreport;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.forms.FormFrame;

/** What stands around the report on paper, as whoever puts it together has typed it. */
public record ReportHead(
        @Nullable String number,
        @Nullable String place,
        @Nullable LocalDate date,
        List<String> addressees,
        List<String> copies,
        @Nullable String position,
        @Nullable String signer) {
    static final ReportHead BLANK = new ReportHead(null, null, null, List.of(), List.of(), null, null);

    public ReportHead {
        addressees = List.copyOf(addressees);
        copies = List.copyOf(copies);
    }

    FormFrame frame(String agency) {
        return new FormFrame(
                null,
                agency,
                null,
                number,
                place,
                date,
                addressees,
                copies,
                new FormFrame.Signer(List.of(), position, signer));
    }
}
