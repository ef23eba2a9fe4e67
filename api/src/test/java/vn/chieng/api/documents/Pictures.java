package vn.chieng.api.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages into {@code target/pictures} for people to look at, where {@code -Dchieng.pictures=true} asks for it. */
public final class Pictures {
    private static final int MOST_PAGES = Integer.getInteger("chieng.pictures.pages", 8);
    private static final float DOTS_PER_INCH = 70;

    private Pictures() {}

    public static void draw(String name, byte[] file) throws IOException {
        if (!Boolean.getBoolean("chieng.pictures")) {
            return;
        }
        Path folder = Files.createDirectories(Path.of("target/pictures"));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int page = 0; page < Math.min(pdf.getNumberOfPages(), MOST_PAGES); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, DOTS_PER_INCH),
                        "png",
                        folder.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
        }
    }
}
