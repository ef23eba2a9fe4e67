package vn.chieng.intake.sources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chieng.codecs.Codecs;
import vn.chieng.event.RetentionClass;

/** Text of a sources file to a table, or the place where the text is wrong. */
final class SourceFileReader {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** What reading made of the text. */
    sealed interface Outcome {
        record Table(SourceTable table) implements Outcome {}

        /** The place reads like {@code sources[3].addresses[0]} or {@code line 4, column 7}. */
        record Wrong(String place, String reason) implements Outcome {}
    }

    private static final class WrongAt extends Exception {
        private final String place;

        WrongAt(String place, String reason) {
            super(reason);
            this.place = place;
        }
    }

    private SourceFileReader() {}

    static Outcome read(byte[] text) {
        try {
            JsonNode sources = MAPPER.readTree(text).path("sources");
            if (!sources.isArray()) {
                return new Outcome.Wrong("sources", "is missing or not a list");
            }
            List<SourceTable.Entry> entries = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (int index = 0; index < sources.size(); index++) {
                SourceTable.Entry entry = entry(sources.get(index), "sources[" + index + "]");
                if (!ids.add(entry.source().id())) {
                    return new Outcome.Wrong("sources[" + index + "].id", "stands twice");
                }
                entries.add(entry);
            }
            return new Outcome.Table(new SourceTable(entries));
        } catch (WrongAt e) {
            return new Outcome.Wrong(e.place, String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return new Outcome.Wrong(
                    "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return new Outcome.Wrong("sources", String.valueOf(e.getMessage()));
        }
    }

    private static SourceTable.Entry entry(JsonNode node, String place) throws WrongAt {
        List<AddressBlock> addresses = new ArrayList<>();
        JsonNode list = node.path("addresses");
        for (int index = 0; index < list.size(); index++) {
            try {
                addresses.add(AddressBlock.of(list.get(index).asString("")));
            } catch (IllegalArgumentException e) {
                throw new WrongAt(place + ".addresses[" + index + "]", "is neither an address nor a CIDR block");
            }
        }
        String key = text(node, "apiKeySha256");
        if (key != null && !key.matches("[0-9a-fA-F]{64}")) {
            throw new WrongAt(place + ".apiKeySha256", "is not 64 hexadecimal digits");
        }
        return new SourceTable.Entry(source(node, place), addresses, key);
    }

    private static Source source(JsonNode node, String place) throws WrongAt {
        JsonNode level = node.path("systemLevel");
        if (!level.isMissingNode() && !level.isNull() && !level.isInt()) {
            throw new WrongAt(place + ".systemLevel", "is not a number");
        }
        String retention = text(node, "retention");
        RetentionClass retentionClass = retention == null ? RetentionClass.R12 : RetentionClass.ofCode(retention);
        if (retention != null && !retentionClass.code().equals(retention)) {
            throw new WrongAt(place + ".retention", "is none of r1, r3, r6, r12");
        }
        String codec = text(node, "codec");
        if (codec != null && Codecs.named(codec).isEmpty()) {
            throw new WrongAt(place + ".codec", "is none of " + Codecs.names());
        }
        try {
            return new Source(
                    required(node, "id", place),
                    required(node, "organizationId", place),
                    text(node, "systemId"),
                    level.isInt() ? level.asInt() : null,
                    retentionClass,
                    codec == null ? Source.AUTO : codec,
                    text(node, "exerciseId"));
        } catch (IllegalArgumentException e) {
            throw new WrongAt(place, String.valueOf(e.getMessage()));
        }
    }

    private static String required(JsonNode node, String name, String place) throws WrongAt {
        String text = text(node, name);
        if (text == null) {
            throw new WrongAt(place + "." + name, "is missing");
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }
}
