package vn.chieng.api.organizations;

import static vn.chieng.api.organizations.RegisterProblem.Reason;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chieng.api.access.PersonalData;

/** A contact as somebody wants it to be. */
public record ContactDraft(
        String name,
        @Nullable String title,
        @Nullable String phone,
        boolean phoneAlways,
        @Nullable String mail,
        @Nullable String intakeAddress,
        int verifyDays) {

    /** Days until a contact must be verified again, where nobody says otherwise. */
    public static final int USUAL_DAYS = 365;

    private static final int MOST_DAYS = 3650;
    private static final int MOST_TEXT = 200;
    private static final Pattern PHONE = Pattern.compile("\\+?\\(?[0-9](?:[ .()/-]{0,2}[0-9]){2,19}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>;,]{1,64}@[^\\s@<>;,]{1,120}\\.[^\\s@<>;,.]{2,24}");

    /** Days as typed; 0, which is refused, for what is no number of days. */
    public static int days(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** What is wrong with it, by the names the fields have in files. */
    public List<RegisterProblem> problems() {
        List<RegisterProblem> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add(RegisterProblem.of("name", Reason.NAME_MISSING));
        }
        checkLength("name", name, problems);
        checkLength("title", title, problems);
        checkLength("intake_address", intakeAddress, problems);
        if (Stream.of(phone, mail).anyMatch(value -> value != null && value.contains(PersonalData.HIDDEN))) {
            problems.add(RegisterProblem.of("phone", Reason.VALUE_MASKED));
            return problems;
        }
        if (phone != null && !PHONE.matcher(phone).matches()) {
            problems.add(RegisterProblem.of("phone", Reason.PHONE_UNREADABLE, phone));
        }
        if (mail != null && !MAIL.matcher(mail).matches()) {
            problems.add(RegisterProblem.of("mail", Reason.MAIL_UNREADABLE, mail));
        }
        if (phone == null && mail == null) {
            problems.add(RegisterProblem.of("phone", Reason.CONTACT_WAYS_MISSING));
        }
        if (verifyDays < 1 || verifyDays > MOST_DAYS) {
            problems.add(RegisterProblem.of("verify_days", Reason.DAYS_UNREADABLE, String.valueOf(MOST_DAYS)));
        }
        return problems;
    }

    private static void checkLength(String column, @Nullable String text, List<RegisterProblem> problems) {
        if (text != null && text.length() > MOST_TEXT) {
            problems.add(RegisterProblem.of(column, Reason.TEXT_TOO_LONG, String.valueOf(MOST_TEXT)));
        }
    }
}
