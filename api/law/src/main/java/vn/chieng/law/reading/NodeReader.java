package vn.chieng.law.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the one document of a YAML file, with a limit on all that can grow; anchors and aliases are refused. */
final class NodeReader {
    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final int MAX_DEPTH = 24;
    static final int MAX_NODES = 100_000;
    private static final int BUFFER_SLACK = 16;

    private final String file;
    private final Issues issues;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Node document;
    private int nodes;

    /** A collection that is not closed yet. */
    private record Open(boolean mapping, Position position, List<Node> children) {}

    private static final class Refused extends RuntimeException {
        private final Position position;

        Refused(Position position, String message) {
            super(message);
            this.position = position;
        }
    }

    private NodeReader(String file, Issues issues) {
        this.file = file;
        this.issues = issues;
    }

    /** The document, nothing written being an empty mapping, or null after a syntax error, which is among the issues. */
    static @Nullable Node read(String file, byte[] content, Issues issues) {
        Position start = new Position(file, 1, 1);
        if (content.length > MAX_BYTES) {
            issues.add(start, "the file is larger than " + MAX_BYTES + " bytes");
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            issues.add(start, "the file is not valid UTF-8");
            return null;
        }
        NodeReader reader = new NodeReader(file, issues);
        if (!reader.parse(text)) {
            return null;
        }
        return reader.document == null ? new Node.Fields(List.of(), start) : reader.document;
    }

    private boolean parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_BYTES)
                .setBufferSize(text.length() + BUFFER_SLACK) // a surrogate pair cut by a buffer's end breaks the parser
                .setParseComments(false)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                take(event);
            }
            return true;
        } catch (Refused e) {
            issues.add(e.position, String.valueOf(e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            Position position =
                    e.getProblemMark().or(e::getContextMark).map(this::position).orElse(new Position(file, 1, 1));
            issues.add(position, "no valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage());
            issues.add(
                    new Position(file, 1, 1),
                    "no valid YAML: " + message.lines().findFirst().orElse(message));
        }
        return false;
    }

    private void take(Event event) {
        Position position = event.getStartMark().map(this::position).orElse(new Position(file, 1, 1));
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused(position, "anchors and aliases are not supported: write the value again");
        }
        switch (event.getEventId()) {
            case Alias -> throw new Refused(position, "anchors and aliases are not supported: write the value again");
            case Scalar -> add(new Node.Scalar(((ScalarEvent) event).getValue(), position));
            case MappingStart -> start(true, position);
            case SequenceStart -> start(false, position);
            case MappingEnd, SequenceEnd -> end();
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {
                // nothing to keep
            }
        }
    }

    private void start(boolean mapping, Position position) {
        if (open.size() >= MAX_DEPTH) {
            throw new Refused(position, "nested deeper than " + MAX_DEPTH);
        }
        open.push(new Open(mapping, position, new ArrayList<>()));
    }

    private void end() {
        Open closed = open.pop();
        add(
                closed.mapping
                        ? new Node.Fields(entries(closed.children), closed.position)
                        : new Node.Items(List.copyOf(closed.children), closed.position));
    }

    private void add(Node node) {
        nodes++;
        if (nodes > MAX_NODES) {
            throw new Refused(node.position(), "more than " + MAX_NODES + " nodes");
        }
        Open parent = open.peek();
        if (parent != null) {
            parent.children.add(node);
        } else if (document == null) {
            document = node;
        } else {
            throw new Refused(node.position(), "a second document");
        }
    }

    private List<Node.Entry> entries(List<Node> children) {
        List<Node.Entry> entries = new ArrayList<>(children.size() / 2);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            if (!(children.get(i) instanceof Node.Scalar key)) {
                issues.add(children.get(i).position(), "a key must be a word");
            } else if (!seen.add(key.value())) {
                issues.add(key.position(), "the key \"" + key.value() + "\" occurs twice");
            } else {
                entries.add(new Node.Entry(key, children.get(i + 1)));
            }
        }
        return List.copyOf(entries);
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
