package vn.chieng.cli.law;

import java.util.List;
import java.util.Map;

/** What a JSON file says about systems, and everything in it that could not be read. */
public record SystemsFile(List<Described> systems, List<String> problems) {
    public SystemsFile {
        systems = List.copyOf(systems);
        problems = List.copyOf(problems);
    }

    /** A system with its answers by input. */
    record Described(String id, String name, Map<String, Answer> answers) {
        Described {
            answers = Map.copyOf(answers);
        }
    }

    /** An answer and where it stands. */
    record Answer(Object value, Place place) {}

    public static SystemsFile read(String file, byte[] content) {
        return new SystemsReader(file).read(content);
    }
}
