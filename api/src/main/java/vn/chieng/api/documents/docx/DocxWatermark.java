package vn.chieng.api.documents.docx;

import com.microsoft.schemas.office.office.STConnectType;
import com.microsoft.schemas.vml.CTFormulas;
import com.microsoft.schemas.vml.CTGroup;
import com.microsoft.schemas.vml.CTPath;
import com.microsoft.schemas.vml.CTShape;
import com.microsoft.schemas.vml.CTShapetype;
import com.microsoft.schemas.vml.CTTextPath;
import com.microsoft.schemas.vml.STExt;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STTrueFalse;

/** Pale words across a page, as Word itself writes them: a shape in the header, behind the text. */
final class DocxWatermark {
    private DocxWatermark() {}

    static void lay(String words, XWPFParagraph paragraph, HeaderFooterType type) {
        CTGroup group = CTGroup.Factory.newInstance();
        shapeType(group.addNewShapetype());
        int number = type == HeaderFooterType.FIRST ? 1 : 2;
        CTShape shape = group.addNewShape();
        shape.setId("PowerPlusWaterMarkObject" + number);
        shape.setSpid("_x0000_s102" + (4 + number));
        shape.setType("#_x0000_t136");
        double width = Math.min(520, 60.0 * words.length());
        shape.setStyle("position:absolute;margin-left:0;margin-top:0;width:" + Math.round(width)
                + "pt;height:90pt;rotation:315;z-index:-251654144;"
                + "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
                + "mso-position-vertical:center;mso-position-vertical-relative:margin");
        shape.setWrapcoords("616 5068 390 16297 39 16297");
        shape.setFillcolor("#e8e8e8");
        shape.setStroked(STTrueFalse.FALSE);
        CTTextPath text = shape.addNewTextpath();
        text.setStyle("font-family:\"" + DocxStyles.FONT + "\";font-size:1pt;font-weight:bold");
        text.setString(words);
        paragraph.getCTP().addNewR().addNewPict().set(group);
    }

    private static void shapeType(CTShapetype type) {
        type.setId("_x0000_t136");
        type.setCoordsize("1600,21600");
        type.setSpt(136);
        type.setAdj("10800");
        type.setPath2("m@7,0l@8,0m@5,21600l@6,21600e");
        CTFormulas formulas = type.addNewFormulas();
        for (String formula : new String[] {
            "sum #0 0 10800",
            "prod #0 2 1",
            "sum 21600 0 @1",
            "sum 0 0 @2",
            "sum 21600 0 @3",
            "if @0 @3 0",
            "if @0 21600 @1",
            "if @0 0 @2",
            "if @0 @4 21600",
            "mid @5 @6",
            "mid @8 @5",
            "mid @7 @8",
            "mid @6 @7",
            "sum @6 0 @5"
        }) {
            formulas.addNewF().setEqn(formula);
        }
        CTPath path = type.addNewPath();
        path.setTextpathok(STTrueFalse.T);
        path.setConnecttype(STConnectType.CUSTOM);
        path.setConnectlocs("@9,0;@10,10800;@11,21600;@12,10800");
        path.setConnectangles("270,180,90,0");
        CTTextPath text = type.addNewTextpath();
        text.setOn(STTrueFalse.T);
        text.setFitshape(STTrueFalse.T);
        var handles = type.addNewHandles().addNewH();
        handles.setPosition("#0,bottomRight");
        handles.setXrange("6629,14971");
        type.addNewLock().setExt(STExt.EDIT);
    }
}
