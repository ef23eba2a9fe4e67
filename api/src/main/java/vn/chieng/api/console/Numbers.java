package vn.chieng.api.console;

import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes numbers as the reader's language does: 1.204 and 78,4 % in Vietnamese, 1,204 and 78.4% in English. */
@Component("numbers")
public final class Numbers {

    /** A count. */
    public String whole(long value, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A share between 0 and 1 with one decimal. */
    public String percent(double share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }
}
