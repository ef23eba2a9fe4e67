package vn.chieng.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.chieng.cli.law.Language;
import vn.chieng.cli.law.LevelReport;
import vn.chieng.cli.law.SystemsFile;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;

/** Classifies the systems that a JSON file describes. */
@Command(
        name = "classify",
        description = "Prints of each described system its level and each criterion met, with the citation.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "The file is described in docs/formats/classify-input.md. A wrong answer is named with line, column and JSON",
            "pointer; the other systems are still classified.",
            "Exit code: 0 all classified, 1 something in pack or file is wrong, 2 wrong use."
        })
final class LawClassifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--pack", required = true, paramLabel = "ID|DIR", description = "A pack that ships, or a folder.")
    private String pack = "";

    @Option(names = "--language", paramLabel = "vi|en", description = "Language of the report. Default: en")
    private Language language = Language.EN;

    @Parameters(paramLabel = "FILE.json", description = "The descriptions.")
    private String file = "";

    LawClassifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            LawPack chosen = LawFiles.pack(pack);
            Set<String> known = LawFiles.shipped().all().stream()
                    .flatMap(other -> other.classification().inputs().stream())
                    .map(Input::id)
                    .collect(Collectors.toSet());
            SystemsFile systems = SystemsFile.read(file, LawFiles.bytes(file));
            systems.problems().forEach(surroundings.err()::println);
            boolean sound = new LevelReport(
                            chosen, known, language, surroundings.out()::println, surroundings.err()::println)
                    .print(systems);
            surroundings.out().flush();
            return sound && systems.problems().isEmpty() ? Chieng.FINE : Chieng.PROBLEMS;
        } catch (LawFiles.Refused e) {
            surroundings.err().println(e.getMessage());
            return e.code();
        }
    }
}
