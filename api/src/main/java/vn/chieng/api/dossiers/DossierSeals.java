package vn.chieng.api.dossiers;

import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chieng.api.dossiers.content.CanonicalBytes;
import vn.chieng.api.dossiers.workflow.CourseStep;
import vn.chieng.api.dossiers.workflow.Paper;
import vn.chieng.law.pack.Procedure;

/** Hashes what was approved: number, level, pack, way, every section and the hash of every attachment. */
@Component
class DossierSeals {
    private final ReviewStore reviews;

    DossierSeals(ReviewStore reviews) {
        this.reviews = reviews;
    }

    /** The hash over a dossier that is being approved. */
    String hash(Dossier dossier, DossierContext.Known known) {
        CanonicalBytes bytes = new CanonicalBytes()
                .add("number", dossier.number())
                .add("system", dossier.systemId().toString())
                .add("edition", String.valueOf(dossier.edition()))
                .add("level", String.valueOf(dossier.level()))
                .add("pack", dossier.course().pack().toString())
                .add("route", dossier.course().route());
        for (CourseStep step : dossier.course().log()) {
            add(step, bytes);
            if (step.act() == Procedure.Act.APPROVE && step.result() == CourseStep.Result.DONE) {
                break; // what follows the decision is not part of what was decided
            }
        }
        known.stored().values().stream()
                .sorted(Comparator.comparing(StoredSection::key))
                .forEach(section -> bytes.add(section.key(), section.content()));
        reviews.files(dossier.id()).stream()
                .filter(DossierFile::attachment)
                .map(DossierFile::sealed)
                .sorted()
                .forEach(file -> bytes.add("file", file));
        return bytes.sha256();
    }

    private static void add(CourseStep step, CanonicalBytes bytes) {
        bytes.add("step", step.act() + " " + step.result() + " " + step.at() + " " + step.organizationId());
        Paper paper = step.paper();
        if (paper != null) {
            bytes.add("paper", paper.number() + " " + paper.on() + " " + paper.issuer() + " " + paper.sha256());
        }
    }

    /** Whether a sealed dossier still is what was approved; empty where it is not sealed. */
    Optional<Boolean> intact(DossierContext.Known known) {
        return Optional.ofNullable(known.dossier().seal())
                .map(seal -> seal.sha256().equals(hash(known.dossier(), known)));
    }
}
