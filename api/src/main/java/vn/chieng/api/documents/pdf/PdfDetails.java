package vn.chieng.api.documents.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import vn.chieng.api.documents.Document;

/** Puts the document's own time and id in the place of the machine's, so that two renderings are equal. */
final class PdfDetails {
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    private PdfDetails() {}

    static void set(PDDocument pdf, Document document) throws IOException {
        Instant created = document.details().createdAt();
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCreationDate(GregorianCalendar.from(created.atZone(ZoneOffset.UTC)));
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String time = DateTimeFormatter.ISO_INSTANT.format(created).replace("Z", "+00:00");
        String fixed = CREATED.matcher(xmp).replaceAll("<xmp:CreateDate>" + time + "</xmp:CreateDate>");
        pdf.getDocumentCatalog()
                .setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(fixed.getBytes(StandardCharsets.UTF_8))));
        byte[] id = HexFormat.of().parseHex(document.fingerprint().substring(0, 32));
        COSArray ids = new COSArray();
        ids.add(new COSString(id));
        ids.add(new COSString(id));
        pdf.getDocument().getTrailer().setItem(COSName.ID, ids);
        pdf.setDocumentId(0L);
    }
}
