package vn.chieng.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Windows events as JSON, one document each: those of the corpus where it is found (system property {@code corpus}, else
 * {@code ../shared/corpus}), otherwise made here in the same shape and size.
 */
record WindowsEvents(String origin, List<byte[]> documents) {
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "../shared/corpus"));
    private static final int MADE = 20_000;
    private static final long SEED = 2026_11_22;

    static WindowsEvents load() {
        Path sets = CORPUS.resolve("logs/otrf-windows");
        return Files.isDirectory(sets) ? ofCorpus(sets) : made();
    }

    double averageSize() {
        return documents.stream()
                .mapToInt(document -> document.length)
                .average()
                .orElse(0);
    }

    private static WindowsEvents ofCorpus(Path sets) {
        List<byte[]> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sets)) {
            for (Path zip : files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                readZip(zip, documents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WindowsEvents("corpus otrf-windows", documents);
    }

    private static void readZip(Path file, List<byte[]> documents) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                BufferedReader lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("{")) {
                        documents.add(line.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private static WindowsEvents made() {
        Random random = new Random(SEED);
        List<byte[]> documents = new ArrayList<>(MADE);
        for (int i = 0; i < MADE; i++) {
            documents.add(document(random, i).getBytes(StandardCharsets.UTF_8));
        }
        return new WindowsEvents("made here", documents);
    }

    private static String document(Random random, int number) {
        StringBuilder message = new StringBuilder("Process Create:\\r\\n");
        while (message.length() < 700 + random.nextInt(600)) {
            message.append("Field").append(random.nextInt(40)).append(": C:\\\\Windows\\\\System32\\\\");
            message.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36))
                    .append(".exe\\r\\n");
        }
        return """
                {"EventTime":"2026-11-22 06:41:%02d","Hostname":"PC-%04d.example.vn","Keywords":-9223372036854775808,\
                "EventType":"INFO","SeverityValue":2,"Severity":"INFO","EventID":%d,"SourceName":"Microsoft-Windows-Sysmon",\
                "ProviderGuid":"{5770385F-C22A-43E0-BF4C-06F5698FFBD9}","Version":5,"Task":1,"OpcodeValue":0,\
                "RecordNumber":%d,"ProcessID":3220,"ThreadID":4088,"Channel":"Microsoft-Windows-Sysmon/Operational",\
                "Domain":"NT AUTHORITY","AccountName":"SYSTEM","UserID":"S-1-5-18","AccountType":"User","Message":"%s",\
                "Category":"Process Create (rule: ProcessCreate)","Opcode":"Info","UtcTime":"2026-11-22 06:41:07.000",\
                "ProcessGuid":"{0197231E-005A-6928-A50B-%012x}","Image":"C:\\\\Windows\\\\System32\\\\svchost.exe",\
                "CommandLine":"C:\\\\Windows\\\\System32\\\\svchost.exe -k netsvcs -p -s Schedule",\
                "CurrentDirectory":"C:\\\\Windows\\\\system32\\\\","User":"NT AUTHORITY\\\\SYSTEM","LogonId":"0x3e7",\
                "Hashes":"SHA1=%040x,MD5=%032x","ParentImage":"C:\\\\Windows\\\\System32\\\\services.exe",\
                "ParentCommandLine":"C:\\\\Windows\\\\system32\\\\services.exe","EventReceivedTime":"2026-11-22 06:41:08",\
                "SourceModuleName":"eventlog","SourceModuleType":"im_msvistalog"}""".formatted(
                        number % 60,
                        random.nextInt(2000),
                        1 + random.nextInt(26),
                        number,
                        message,
                        random.nextInt(Integer.MAX_VALUE),
                        random.nextInt(Integer.MAX_VALUE),
                        random.nextInt(Integer.MAX_VALUE));
    }
}
