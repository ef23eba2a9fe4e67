package vn.chieng.law.reading;

import java.util.List;
import java.util.stream.Collectors;
import vn.chieng.law.pack.LawPack;

/** What reading a pack's files came to: the pack, or everything that is wrong with them. */
public sealed interface PackReading {

    /** Nothing is wrong. */
    record Accepted(LawPack pack) implements PackReading {}

    /** No part of the pack is used. */
    record Refused(List<DataIssue> issues) implements PackReading {
        public Refused {
            issues = List.copyOf(issues);
        }

        public String text() {
            return issues.stream().map(DataIssue::toString).collect(Collectors.joining("\n"));
        }
    }
}
