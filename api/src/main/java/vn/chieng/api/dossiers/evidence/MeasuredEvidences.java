package vn.chieng.api.dossiers.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.law.pack.Requirements;

/** Asks every source of measured evidence; what nobody measures stays absent and is shown as not known. */
@Component
public class MeasuredEvidences {
    private final List<MeasuredEvidence> sources;

    MeasuredEvidences(List<MeasuredEvidence> sources) {
        this.sources = List.copyOf(sources);
    }

    /** By the id of a requirement that names evidence, what was measured; empty where that is not known. */
    public Map<String, Optional<Measured>> of(EvidenceSubject subject, List<Requirements.Item> items) {
        Map<String, Optional<Measured>> found = new LinkedHashMap<>();
        for (Requirements.Item item : items) {
            String name = item.evidence();
            if (name != null) {
                found.put(item.id(), measure(name, subject));
            }
        }
        return found;
    }

    private Optional<Measured> measure(String name, EvidenceSubject subject) {
        return sources.stream()
                .filter(source -> source.names().contains(name))
                .flatMap(source -> source.measure(name, subject).stream())
                .findFirst();
    }
}
