package vn.chieng.law.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A single YAML file read into one record: the record, or everything that is wrong with the file. */
public record DataFile<T>(@Nullable T value, List<DataIssue> issues) {
    public DataFile {
        issues = List.copyOf(issues);
        if ((value == null) == issues.isEmpty()) {
            throw new IllegalArgumentException("either a value or issues");
        }
    }

    public static <T> DataFile<T> read(String file, byte[] content, Class<T> type) {
        Issues issues = new Issues();
        Node node = NodeReader.read(file, content, issues);
        T value = null;
        if (node instanceof Node.Fields fields) {
            RecordReader records = new RecordReader(issues, new Places(), new References());
            value = records.read(fields, type, new Node.Fields(List.of(), fields.position()));
        } else if (issues.sorted().isEmpty()) {
            issues.add(new Position(file, 1, 1), "the file must be a mapping");
        }
        List<DataIssue> found = issues.sorted();
        return new DataFile<>(found.isEmpty() ? value : null, found);
    }
}
