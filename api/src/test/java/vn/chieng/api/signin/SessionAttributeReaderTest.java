package vn.chieng.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.FlashMap;

class SessionAttributeReaderTest {
    private final SessionAttributeReader reader = new SessionAttributeReader();

    @Test
    void readsWhatWeKeep() throws IOException {
        var half = new HalfSignedIn(7, Instant.EPOCH);
        assertThat(reader.convert(bytes(half))).isEqualTo(half);
        assertThat(reader.convert(bytes((Serializable) List.of("a", 1L)))).isEqualTo(List.of("a", 1L));
    }

    @Test
    void readsWhatAPageTellsTheNextOne() throws IOException {
        var told = new FlashMap();
        told.put("skipped", List.of("SC-2026-00408"));
        told.setTargetRequestPath("/incidents");
        told.addTargetRequestParam("state", "open");
        assertThat(reader.convert(bytes(new CopyOnWriteArrayList<>(List.of(told)))))
                .isEqualTo(List.of(told));
    }

    @Test
    void whatCannotBeReadIsAbsent() throws IOException {
        byte[] cut = bytes("text");
        cut[0] = 0;
        assertThat(reader.convert(cut)).isNull();
        assertThat(reader.convert(new byte[0])).isNull();
    }

    @Test
    void aClassNobodyExpectsIsNotMade() throws IOException {
        assertThat(reader.convert(bytes(new org.opentest4j.MultipleFailuresError("x", List.of()))))
                .isNull();
    }

    private static byte[] bytes(Serializable value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
