package vn.chieng.api.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Documents as files in memory. */
public final class RenderedFiles {
    private RenderedFiles() {}

    public static byte[] of(Document document, DocumentRenderer renderer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(document, out);
        return out.toByteArray();
    }

    /** Text without what differs between files: spaces, and the line ends of pages. */
    public static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
