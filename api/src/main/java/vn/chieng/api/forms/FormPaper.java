package vn.chieng.api.forms;

import java.util.List;
import vn.chieng.api.documents.Document;

/** A form as a document; where fields are missing it shows dots, and says which. */
public record FormPaper(Document document, List<FormGap> gaps) {

    public FormPaper {
        gaps = List.copyOf(gaps);
    }

    /** Whether nothing that must be filled is missing. */
    public boolean complete() {
        return gaps.isEmpty();
    }
}
