package vn.chieng.testbed;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one Java child runs: it uses the JDK that runs this JVM. */
public record JavaCommand(String mainClass, List<Path> classPath, List<String> jvmFlags, List<String> arguments) {

    public JavaCommand {
        classPath = List.copyOf(classPath);
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
    }

    /** The command line. */
    public List<String> line() {
        return lineWith(List.of());
    }

    List<String> lineWith(List<String> moreFlags) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvmFlags);
        line.addAll(moreFlags);
        line.add("-cp");
        line.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        line.add(mainClass);
        line.addAll(arguments);
        return List.copyOf(line);
    }
}
