package vn.chieng.api.documents;

import java.util.stream.Stream;

/** One part of a document, in the order of reading. */
public sealed interface Block
        permits StateHeader,
                DocumentTitle,
                Addressees,
                Heading,
                Paragraph,
                ItemList,
                KeyValues,
                Table,
                Checklist,
                Note,
                Closing,
                PageBreak {

    /** Every text it shows, in the order of reading. */
    Stream<String> texts(DocumentLanguage language);
}
