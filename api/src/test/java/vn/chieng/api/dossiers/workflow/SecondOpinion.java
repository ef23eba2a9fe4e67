package vn.chieng.api.dossiers.workflow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chieng.law.pack.Procedure;

/** The rules of the routes written a second time, as plain tables and without the pack's conditions. */
final class SecondOpinion {
    /** What a route wants before the decision, in this order, since it was handed in last. */
    private static final Map<String, List<String>> BEFORE_APPROVAL = Map.of(
            "ND331-2026/route-1-2", List.of("SUBMIT", "COMPLETENESS", "APPRAISE"),
            "ND331-2026/route-3", List.of("SUBMIT", "COMPLETENESS", "APPRAISE", "PROPOSE"),
            "ND331-2026/route-4", List.of("SUBMIT", "COMPLETENESS", "APPRAISE", "PROPOSE"),
            "ND331-2026/route-5", List.of("SUBMIT", "COMPLETENESS", "APPRAISE", "LIST", "PROPOSE"),
            "ND331-2026/route-important", List.of("SUBMIT", "COMPLETENESS", "APPRAISE", "LIST", "PROPOSE"),
            "ND85-2016/route-1-2", List.of("WRITE", "APPRAISE"),
            "ND85-2016/route-3", List.of("WRITE", "APPRAISE"),
            "ND85-2016/route-4-5", List.of("WRITE", "APPRAISE"));

    private static final Set<String> APPRAISED_OUTSIDE =
            Set.of("ND331-2026/route-4", "ND331-2026/route-5", "ND331-2026/route-important", "ND85-2016/route-4-5");
    private static final Set<String> WITH_OPINION =
            Set.of("ND331-2026/route-4", "ND331-2026/route-5", "ND331-2026/route-important");
    private static final Set<String> HANDED_IN_BY_OWNER = WITH_OPINION;

    private final String route;
    private final RandomWalk walk;
    private final RandomWalk.Accepted accepted;
    private final List<String> broken = new ArrayList<>();

    private SecondOpinion(RandomWalk walk, RandomWalk.Accepted accepted) {
        this.route = walk.pack.head().pack() + "/" + walk.route.id();
        this.walk = walk;
        this.accepted = accepted;
    }

    static List<String> broken(RandomWalk walk, RandomWalk.Accepted accepted) {
        return new SecondOpinion(walk, accepted).judge();
    }

    private List<String> judge() {
        DossierState from = accepted.before().state();
        DossierState to = accepted.after().state();
        boolean stays = accepted.move() instanceof Move.NameAppraiser || accepted.move() instanceof Move.Delegate;
        check("the state does not lead there", stays ? from == to : from.leadsTo(to));
        check(
                "an approved dossier moved",
                from != DossierState.APPROVED || to == DossierState.APPROVED || to == DossierState.SUPERSEDED);
        check(
                "the log was rewritten",
                accepted.after().log().size() == accepted.before().log().size() + 1);
        switch (accepted.move()) {
            case Move.Submit _ -> submitted();
            case Move.AskOpinion _ -> by("op");
            case Move.GiveOpinion _ -> by("unit");
            case Move.AcceptComplete _ -> judged();
            case Move.SendBack(String reason, Paper _) -> {
                judged();
                check("no reason", !reason.isBlank());
            }
            case Move.Conclude conclude -> concluded(conclude);
            case Move.RecordListing(Paper paper) -> {
                by("own");
                check("no paper", paper != null);
            }
            case Move.Propose _ -> by("op");
            case Move.Decide decide -> decided(decide);
            case Move.Report _ -> check("reported before approval", from == DossierState.APPROVED);
            case Move.NameAppraiser(String body) -> {
                check("named by another", accepted.agent().organizationId().equals("own") || delegate());
                check(
                        "the operator was named",
                        !body.equals(accepted.before().parties().operatorId()));
            }
            case Move.Delegate delegate -> {
                check("delegated by another", accepted.agent().organizationId().equals("own"));
                check("delegated into the past", !delegate.until().isBefore(walk.today()));
            }
            case Move.Supersede _ -> check("superseded before approval", from == DossierState.APPROVED);
        }
        if (to == DossierState.IN_APPRAISAL && !APPRAISED_OUTSIDE.contains(route)) {
            Parties parties = accepted.after().parties();
            check("the operator appraises", !parties.operatorId().equals(parties.appraiser()));
        }
        return broken;
    }

    private void submitted() {
        by(HANDED_IN_BY_OWNER.contains(route) ? "own" : "op");
        if (WITH_OPINION.contains(route)) {
            check(
                    "no expert opinion",
                    accepted.before().log().stream()
                            .anyMatch(step -> step.act() == Procedure.Act.EXPERT_OPINION
                                    && step.result() == CourseStep.Result.DONE));
        }
        if (!route.startsWith("ND331")) {
            return;
        }
        int level = accepted.before().level();
        check("incomplete", known("dossier-complete"));
        check("no risk file", known("risk-file-present"));
        check("no contract", !known("hired-service") || known("contract-complete"));
        if (level == 3 || level == 4) {
            check("no logical separation", !known("shared-hosting") || known("logical-separation"));
            check("no physical separation (listed)", !known("nationally-important") || known("physical-separation"));
        }
        if (level == 5) {
            check("no physical separation", known("physical-separation"));
        }
    }

    private void judged() {
        by(APPRAISED_OUTSIDE.contains(route) ? (HANDED_IN_BY_OWNER.contains(route) ? "own" : "op") : "appraiser");
        if (!APPRAISED_OUTSIDE.contains(route)) {
            check("the writer judged", accepted.agent().accountId() != 1);
        }
    }

    private void concluded(Move.Conclude conclude) {
        judged();
        check("outside without a paper", !APPRAISED_OUTSIDE.contains(route) || conclude.paper() != null);
        check("votes are missing", accepted.pending() == 0);
        check("fit in spite of remarks", !conclude.fit() || accepted.remarks() == 0);
        check("not fit without reason", conclude.fit() || !conclude.reason().isBlank());
    }

    private void decided(Move.Decide decide) {
        by(route.endsWith("1-2") ? "appraiser" : "own");
        check("the writer decided", accepted.agent().accountId() != 1);
        check(
                "the appraiser decided",
                APPRAISED_OUTSIDE.contains(route) || accepted.agent().accountId() != 31);
        if (!decide.approved()) {
            return;
        }
        check("no regulation", !route.startsWith("ND331") || known("regulation-issued"));
        List<String> done = new ArrayList<>();
        for (CourseStep step : accepted.before().log()) {
            if (step.result() == CourseStep.Result.REJECTED) {
                done.clear();
            } else if (step.result() == CourseStep.Result.RETURNED) {
                done.removeIf(act ->
                        !act.equals("COMPLETENESS") || walk.pack.head().days().restartOnValidDossier());
            } else if (step.result() == CourseStep.Result.DONE || step.result() == CourseStep.Result.RESUMED) {
                if (step.act() == Procedure.Act.SUBMIT && step.result() == CourseStep.Result.DONE) {
                    done.clear();
                }
                done.remove(step.act().name());
                done.add(step.act().name());
            }
        }
        done.remove("EXPERT_OPINION");
        check("steps were skipped: " + done, Set.copyOf(done).equals(Set.copyOf(BEFORE_APPROVAL.get(route))));
    }

    private boolean known(String input) {
        return Boolean.TRUE.equals(accepted.facts().get(input));
    }

    private boolean delegate() {
        Parties.OwnersDelegate delegate = accepted.before().parties().delegate();
        return delegate != null
                && delegate.organizationId().equals(accepted.agent().organizationId())
                && !LocalDate.ofInstant(walk.now, ZoneOffset.ofHours(7)).isAfter(delegate.until());
    }

    private void by(String who) {
        Parties parties = accepted.before().parties();
        String body = accepted.agent().organizationId();
        boolean right = switch (who) {
            case "op" -> body.equals(parties.operatorId());
            case "own" -> body.equals("own") || delegate();
            case "unit" -> body.equals(parties.appraiserId() == null ? "unit" : parties.appraiserId());
            default -> body.equals(parties.appraiserId() == null ? "unit" : parties.appraiserId());
        };
        check("made by " + body + " instead of " + who, right);
    }

    private void check(String rule, boolean holds) {
        if (!holds) {
            broken.add(rule);
        }
    }
}
