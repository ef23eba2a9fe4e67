package vn.chieng.api.documents.docx;

import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.chieng.api.documents.Document;
import vn.chieng.api.documents.DocumentDetails;

/** Writes what identifies the document into the file's properties. */
final class DocxDetails {
    private DocxDetails() {}

    static void set(XWPFDocument word, Document document) {
        DocumentDetails details = document.details();
        POIXMLProperties properties = word.getProperties();
        PackagePropertiesPart core = properties.getCoreProperties().getUnderlyingProperties();
        Optional<Date> created = Optional.of(Date.from(details.createdAt()));
        core.setTitleProperty(details.title());
        core.setCreatorProperty(details.author());
        core.setLastModifiedByProperty(details.author());
        core.setCreatedProperty(created);
        core.setModifiedProperty(created);
        core.setIdentifierProperty(details.id());
        core.setVersionProperty(Integer.toString(details.version()));
        core.setLanguageProperty(details.language().regionTag());
        core.setRevisionProperty("1");
        properties.getExtendedProperties().setApplication("Chiêng");
        POIXMLProperties.CustomProperties custom = properties.getCustomProperties();
        custom.addProperty("chieng.template", details.template());
        custom.addProperty("chieng.template.version", details.templateVersion());
        custom.addProperty("chieng.pack", details.pack());
        custom.addProperty("chieng.pack.version", details.packVersion());
        custom.addProperty("chieng.marking", details.marking().line());
        custom.addProperty("chieng.fingerprint", document.fingerprint());
    }
}
