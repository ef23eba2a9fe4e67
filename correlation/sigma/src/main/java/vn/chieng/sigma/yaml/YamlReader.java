package vn.chieng.sigma.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of a YAML file from the parser's events, with a limit on everything a hostile file can grow. */
public final class YamlReader {
    public static final int MAX_BYTES = 2 * 1024 * 1024;
    static final int MAX_DEPTH = 30;
    static final int MAX_NODES = 100_000;
    static final int MAX_ALIASES = 100;
    private static final int BUFFER_SLACK = 16;

    private final Issues issues;
    private final List<YamlNode> documents = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int nodes;
    private int aliases;

    /** A node that an alias may repeat, with what it costs to do so. */
    private record Anchored(YamlNode node, int size, int height) {}

    /** A collection that is not closed yet. */
    private static final class Open {
        final boolean mapping;
        final Position position;
        final Optional<Anchor> anchor;
        final int nodesBefore;
        final List<YamlNode> children = new ArrayList<>();
        int height = 1;

        Open(boolean mapping, Position position, Optional<Anchor> anchor, int nodesBefore) {
            this.mapping = mapping;
            this.position = position;
            this.anchor = anchor;
            this.nodesBefore = nodesBefore;
        }
    }

    private static final class Refused extends RuntimeException {
        private final Position position;

        Refused(Position position, String message) {
            super(message);
            this.position = position;
        }
    }

    private YamlReader(Issues issues) {
        this.issues = issues;
    }

    /** The documents before the first syntax error, which ends the reading. */
    public static List<YamlNode> read(byte[] content, Issues issues) {
        YamlReader reader = new YamlReader(issues);
        String text = text(content, issues);
        if (text != null) {
            reader.readDocuments(text);
        }
        return reader.documents;
    }

    private static @Nullable String text(byte[] content, Issues issues) {
        if (content.length > MAX_BYTES) {
            issues.add(Position.START, "the file is larger than " + MAX_BYTES + " bytes");
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            issues.add(Position.START, "the file is not valid UTF-8");
            return null;
        }
    }

    private void readDocuments(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(issues.file())
                .setCodePointLimit(MAX_BYTES)
                .setBufferSize(text.length() + BUFFER_SLACK) // a surrogate pair cut by a buffer's end breaks the parser
                .setParseComments(false)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                take(event);
            }
        } catch (Refused e) {
            issues.add(e.position, String.valueOf(e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            Position position = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(YamlReader::position)
                    .orElse(Position.START);
            issues.add(position, "no valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage());
            issues.add(
                    Position.START,
                    "no valid YAML: " + message.lines().findFirst().orElse(message));
        }
    }

    private void take(Event event) {
        Position position = event.getStartMark().map(YamlReader::position).orElse(Position.START);
        switch (event.getEventId()) {
            case DocumentStart -> {
                anchors.clear();
                open.clear();
            }
            case Alias -> repeat(((AliasEvent) event).getAlias(), position);
            case Scalar -> scalar((ScalarEvent) event, position);
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event, position);
            case MappingEnd, SequenceEnd -> end();
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {
                // nothing to keep
            }
        }
    }

    private void repeat(Anchor anchor, Position position) {
        Anchored anchored = anchors.get(anchor);
        if (anchored == null) {
            throw new Refused(position, "alias of the unknown anchor " + anchor.getValue());
        }
        aliases++;
        if (aliases > MAX_ALIASES) {
            throw new Refused(position, "more than " + MAX_ALIASES + " aliases");
        }
        count(anchored.size, position);
        add(anchored.node, anchored.height, position);
    }

    private void scalar(ScalarEvent event, Position position) {
        count(1, position);
        boolean quoted = event.getScalarStyle() != ScalarStyle.PLAIN
                || event.getTag().filter("tag:yaml.org,2002:str"::equals).isPresent();
        YamlNode node = new YamlNode.Scalar(event.getValue(), quoted, position);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, 1, 0)));
        add(node, 0, position);
    }

    private void start(CollectionStartEvent event, Position position) {
        count(1, position);
        if (open.size() >= MAX_DEPTH) {
            throw new Refused(position, "nested deeper than " + MAX_DEPTH);
        }
        open.push(new Open(event.getEventId() == Event.ID.MappingStart, position, event.getAnchor(), nodes));
    }

    private void end() {
        Open closed = open.pop();
        YamlNode node = closed.mapping
                ? new YamlNode.Mapping(entries(closed.children), closed.position)
                : new YamlNode.Sequence(List.copyOf(closed.children), closed.position);
        int size = nodes - closed.nodesBefore + 1;
        closed.anchor.ifPresent(anchor -> anchors.put(anchor, new Anchored(node, size, closed.height)));
        add(node, closed.height, closed.position);
    }

    private void add(YamlNode node, int height, Position position) {
        Open parent = open.peek();
        if (parent == null) {
            documents.add(node);
            return;
        }
        if (open.size() + height > MAX_DEPTH) {
            throw new Refused(position, "nested deeper than " + MAX_DEPTH);
        }
        parent.children.add(node);
        parent.height = Math.max(parent.height, height + 1);
    }

    private void count(int more, Position position) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new Refused(position, "more than " + MAX_NODES + " nodes");
        }
    }

    private List<YamlNode.Entry> entries(List<YamlNode> children) {
        List<YamlNode.Entry> entries = new ArrayList<>(children.size() / 2);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            YamlNode key = children.get(i);
            if (!(key instanceof YamlNode.Scalar scalar)) {
                issues.add(key.position(), "a key must be a scalar");
            } else if (!scalar.quoted() && scalar.text().equals("<<")) {
                issues.add(key.position(), "merge keys are not supported");
            } else if (!seen.add(scalar.text())) {
                issues.add(key.position(), "the key " + scalar.text() + " occurs twice");
            } else {
                entries.add(new YamlNode.Entry(scalar, children.get(i + 1)));
            }
        }
        return List.copyOf(entries);
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
