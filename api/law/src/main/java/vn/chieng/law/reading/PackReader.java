package vn.chieng.law.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chieng.law.pack.Classification;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.Incidents;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Reporting;
import vn.chieng.law.pack.Requirements;
import vn.chieng.law.pack.Retention;

/** Reads the files of a pack, one theme a file, and accepts them only when nothing at all is wrong. */
public final class PackReader {
    private static final Map<String, Class<?>> THEMES = Map.of(
            "pack.yml", PackHead.class,
            "classification.yml", Classification.class,
            "procedure.yml", Procedure.class,
            "dossier.yml", DossierContent.class,
            "reporting.yml", Reporting.class,
            "requirements.yml", Requirements.class,
            "incidents.yml", Incidents.class,
            "retention.yml", Retention.class);
    private static final String DEFAULTS = "defaults";
    private static final String HEAD = "pack";
    private static final List<String> DEFAULT_KEYS = List.of("cite", "mark", "sources", "status", "from", "to");

    private final PackFiles files;
    private final Issues issues = new Issues();
    private final Places places = new Places();
    private final References references = new References();
    private final RecordReader records = new RecordReader(issues, places, references);

    private PackReader(PackFiles files) {
        this.files = files;
    }

    /** The names that the files of a pack may have. */
    public static Set<String> fileNames() {
        return THEMES.keySet();
    }

    /** The sections of a file, in the order in which they are shown. */
    public static List<String> sections(String fileName) {
        Class<?> theme = THEMES.get(fileName);
        return theme == null
                ? List.of()
                : Arrays.stream(theme.getRecordComponents())
                        .map(RecordReader::key)
                        .toList();
    }

    public static PackReading read(PackFiles files) {
        return new PackReader(files).read();
    }

    private PackReading read() {
        refuseUnknownFiles();
        PackHead head = theme(PackHead.class);
        Classification classification = theme(Classification.class);
        Procedure procedure = theme(Procedure.class);
        DossierContent dossier = theme(DossierContent.class);
        Reporting reporting = theme(Reporting.class);
        Requirements requirements = theme(Requirements.class);
        Incidents incidents = theme(Incidents.class);
        Retention retention = theme(Retention.class);
        if (issues.sorted().isEmpty() || readable(head, classification, procedure, dossier, incidents)) {
            references.check(issues);
        }
        PackChecks checks = new PackChecks(issues, places);
        if (classification != null && procedure != null && dossier != null && incidents != null) {
            checks.conditions(classification, procedure, dossier, incidents);
            checks.counters(classification);
            if (requirements != null && retention != null) {
                checks.levels(classification, procedure, dossier, requirements, retention);
            }
        }
        List<DataIssue> found = issues.sorted();
        if (!found.isEmpty()) {
            return new PackReading.Refused(found);
        }
        return new PackReading.Accepted(new LawPack(
                Objects.requireNonNull(head),
                Objects.requireNonNull(classification),
                Objects.requireNonNull(procedure),
                Objects.requireNonNull(dossier),
                Objects.requireNonNull(reporting),
                Objects.requireNonNull(requirements),
                Objects.requireNonNull(incidents),
                Objects.requireNonNull(retention),
                records.rules(),
                records.texts()));
    }

    private void refuseUnknownFiles() {
        for (String name : files.contents().keySet()) {
            if (!THEMES.containsKey(name)) {
                issues.add(start(name), "no theme has this file name");
            }
        }
    }

    /** A file without a tree defines no ids, and every reference into it would be reported falsely. */
    private static boolean readable(@Nullable Object... themes) {
        for (Object theme : themes) {
            if (theme == null) {
                return false;
            }
        }
        return true;
    }

    private <T> @Nullable T theme(Class<T> type) {
        String name = THEMES.entrySet().stream()
                .filter(theme -> theme.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        byte[] content = files.contents().get(name);
        Node node = content == null
                ? new Node.Fields(List.of(), start(name))
                : NodeReader.read(place(name), content, issues);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Fields fields)) {
            issues.add(node.position(), "the file must be a mapping of sections");
            return null;
        }
        Node.Fields sections = new Node.Fields(
                fields.entries().stream()
                        .filter(entry -> !entry.key().value().equals(DEFAULTS))
                        .toList(),
                fields.position());
        if (type == PackHead.class) {
            records.texts()
                    .put(HEAD, new LawPack.Written(HEAD, plainKeys(sections).text()));
        }
        return records.read(sections, type, defaults(fields));
    }

    /** What the head says of itself; its rules and instruments have texts of their own. */
    private static Node.Fields plainKeys(Node.Fields head) {
        return new Node.Fields(
                head.entries().stream()
                        .filter(entry -> entry.value() instanceof Node.Scalar
                                || entry.key().value().equals("title"))
                        .toList(),
                head.position());
    }

    private Node.Fields defaults(Node.Fields file) {
        Node node = file.get(DEFAULTS);
        if (node == null) {
            return new Node.Fields(List.of(), file.position());
        }
        if (!(node instanceof Node.Fields fields)) {
            issues.add(node.position(), "a mapping is expected");
            return new Node.Fields(List.of(), node.position());
        }
        for (Node.Entry entry : fields.entries()) {
            if (!DEFAULT_KEYS.contains(entry.key().value())) {
                issues.add(entry.key().position(), "\"" + entry.key().value() + "\" has no default");
            }
        }
        return fields;
    }

    private String place(String name) {
        return files.folder() + "/" + name;
    }

    private Position start(String name) {
        return new Position(place(name), 1, 1);
    }
}
