package vn.chieng.api.documents;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Head of a state document: issuing agency below the one it belongs to, national title and motto, number, place and date.
 *
 * @param subject what an official letter without a title is about, below its number
 */
public record StateHeader(
        @Nullable String parentAgency,
        String agency,
        @Nullable String number,
        @Nullable String subject,
        String placeAndDate)
        implements Block {

    public StateHeader {
        parentAgency = CleanText.lineOrNone(parentAgency, "parent agency");
        agency = CleanText.line(agency, "agency");
        number = CleanText.lineOrNone(number, "number");
        subject = CleanText.lineOrNone(subject, "subject");
        placeAndDate = CleanText.line(placeAndDate, "place and date");
    }

    @Override
    public Stream<String> texts(DocumentLanguage language) {
        return Stream.of(
                        parentAgency, agency, language.nationalTitle(), language.motto(), number, subject, placeAndDate)
                .filter(Objects::nonNull);
    }
}
