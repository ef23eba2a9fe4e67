package vn.chieng.api.documents.docx;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLanguage;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import vn.chieng.api.documents.DocumentLanguage;
import vn.chieng.api.documents.Heading;

/** The styles of the file: sizes in half points, distances in twentieths of a point. */
final class DocxStyles {
    static final String FONT = "Times New Roman";
    static final String NORMAL = "Normal";
    static final String TITLE = "Title";

    private static final int BODY_SIZE = 28;

    private DocxStyles() {}

    /** The style of a heading: level 1 of the model is "Heading1", under a title also. */
    static String heading(int level) {
        return "Heading" + level;
    }

    static void define(XWPFDocument word, DocumentLanguage language) {
        XWPFStyles styles = word.createStyles();
        CTStyles all = CTStyles.Factory.newInstance();
        CTRPr defaults = all.addNewDocDefaults().addNewRPrDefault().addNewRPr();
        setFont(defaults.addNewRFonts());
        defaults.addNewSz().setVal(BigInteger.valueOf(BODY_SIZE));
        defaults.addNewSzCs().setVal(BigInteger.valueOf(BODY_SIZE));
        CTLanguage spoken = defaults.addNewLang();
        spoken.setVal(language.regionTag());
        spoken.setEastAsia(language.regionTag());
        styles.setStyles(all);
        CTStyle normal = style(NORMAL, NORMAL, null);
        normal.setDefault(true);
        setSpacing(normal.addNewPPr(), 0, 120, 276);
        styles.addStyle(new XWPFStyle(normal, styles));
        CTStyle title = style(TITLE, TITLE, NORMAL);
        setSpacing(title.addNewPPr(), 280, 0, 276);
        title.addNewRPr().addNewB();
        styles.addStyle(new XWPFStyle(title, styles));
        for (int level = 1; level <= Heading.DEEPEST; level++) {
            styles.addStyle(new XWPFStyle(heading(level, styleOfLevel(level)), styles));
        }
    }

    private static CTStyle styleOfLevel(int level) {
        CTStyle style = style(heading(level), "heading " + level, NORMAL);
        CTRPr letters = style.addNewRPr();
        if (level < 4) {
            letters.addNewB();
        }
        if (level > 2) {
            letters.addNewI();
        }
        return style;
    }

    private static CTStyle heading(int level, CTStyle style) {
        CTPPrGeneral paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        paragraph.addNewKeepLines();
        setSpacing(paragraph, 200, 120, 276);
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        style.addNewQFormat();
        return style;
    }

    private static CTStyle style(String id, String name, @Nullable String basedOn) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (basedOn != null) {
            style.addNewBasedOn().setVal(basedOn);
            style.addNewNext().setVal(NORMAL);
        }
        return style;
    }

    private static void setSpacing(CTPPrGeneral paragraph, int before, int after, int line) {
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(STLineSpacingRule.AUTO);
    }

    static void setFont(CTFonts fonts) {
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
    }
}
