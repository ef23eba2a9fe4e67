package vn.chieng.api.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;

/** Reads session attributes, of known classes only; what cannot be read is absent. */
final class SessionAttributeReader implements Converter<byte[], Object> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionAttributeReader.class);
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxarray=100000;maxrefs=10000;vn.chieng.api.**;org.springframework.security.**;"
                    + "org.springframework.web.servlet.FlashMap;org.springframework.util.LinkedMultiValueMap;"
                    + "org.springframework.util.MultiValueMapAdapter;java.base/*;!*");

    @Override
    @SuppressWarnings("NullAway") // the session takes null for an absent attribute
    public @Nullable Object convert(byte[] source) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(source))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.atWarn()
                    .addKeyValue("error.message", String.valueOf(e.getMessage()))
                    .log("a session attribute cannot be read and counts as absent");
            return null;
        }
    }
}
