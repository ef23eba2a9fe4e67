package vn.chieng.api.documents.html;

import java.util.List;
import org.w3c.dom.Element;
import vn.chieng.api.documents.Run;

/** Appends runs with their lettering, each in an element: a PDF holds bare text before that of elements beside it. */
final class Runs {
    private Runs() {}

    static void append(List<Run> runs, Element parent, Elements elements) {
        for (Run run : runs) {
            Element target = parent;
            if (!run.bold() && !run.italic()) {
                target = elements.add(target, "span", "");
            }
            if (run.bold()) {
                target = elements.add(target, "b", "");
            }
            if (run.italic()) {
                target = elements.add(target, "i", "");
            }
            elements.addText(target, run.text());
        }
    }
}
