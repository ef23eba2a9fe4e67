package vn.chieng.api.incidents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.chieng.event.Level;

/** Which severity an incident starts with, read from a data file: the law is data. */
@Component
public final class SeverityTable {
    private final Map<Level, Severity> severities = new EnumMap<>(Level.class);

    SeverityTable() {
        Properties table = new Properties();
        try (InputStream in = new ClassPathResource("incidents/severity.properties").getInputStream()) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Level level : Level.values()) {
            String severity = table.getProperty(level.code());
            if (severity == null) {
                throw new IllegalStateException("severity.properties names no severity for " + level.code());
            }
            severities.put(level, Severity.valueOf(severity));
        }
    }

    /** The severity of an incident whose strongest rule has this level. */
    public Severity of(Level level) {
        Severity severity = severities.get(level);
        return severity == null ? Severity.M4 : severity;
    }
}
