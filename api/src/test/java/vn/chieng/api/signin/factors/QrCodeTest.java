package vn.chieng.api.signin.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 4;

    @Test
    void whatIsDrawnIsReadAsTheAddress() throws Exception {
        Enrolment enrolment = Enrolment.of(new byte[Totp.SECRET_BYTES], "Chieng", "quản trị");
        QrCode qr = enrolment.qr();
        int side = qr.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffffff);
        Matcher runs = RUN.matcher(qr.path());
        while (runs.find()) {
            draw(
                    pixels,
                    side,
                    Integer.parseInt(runs.group(1)),
                    Integer.parseInt(runs.group(2)),
                    Integer.parseInt(runs.group(3)));
        }
        var image = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(image).getText())
                .isEqualTo(enrolment.address())
                .startsWith("otpauth://totp/Chieng:qu%E1%BA%A3n%20tr%E1%BB%8B?secret=AAAA")
                .endsWith("&issuer=Chieng");
    }

    private static void draw(int[] pixels, int side, int x, int y, int length) {
        for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
            Arrays.fill(pixels, row * side + x * SCALE, row * side + (x + length) * SCALE, 0xff000000);
        }
    }
}
