package vn.chieng.api.forms;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the papers about one dossier need to know; every form takes of it what its fields ask for.
 *
 * @param attachments the enclosed parts by name
 * @param listing the request to put a system on the list; null where there is none
 * @param questions what an expert opinion is asked about
 * @param appraisal the appraisal as far as there is one
 * @param proposal what is submitted for approval
 * @param decision the decision as far as there is one
 */
public record DossierFacts(
        FormFrame frame,
        Party owner,
        Party operator,
        List<SystemLine> systems,
        List<String> attachments,
        @Nullable String listing,
        List<String> questions,
        Appraisal appraisal,
        @Nullable String proposal,
        Decision decision) {

    public DossierFacts {
        systems = List.copyOf(systems);
        attachments = List.copyOf(attachments);
        questions = List.copyOf(questions);
    }

    /** The owner or the operator. */
    public record Party(
            String name,
            @Nullable String representative,
            @Nullable String position,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {
        public static Party named(String name) {
            return new Party(name, null, null, null, null, null);
        }

        String line() {
            return String.join(
                    "\n",
                    Stream.of(name, representative, position, address, phone, email)
                            .filter(part -> part != null && !part.isBlank())
                            .toList());
        }
    }

    /** One system with the level proposed or approved and the ground for it. */
    public record SystemLine(
            String name, String level, @Nullable String ground) {}

    /** A paper that was issued. */
    public record PaperMark(
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer) {}

    /**
     * The appraiser's work.
     *
     * @param paper the opinion, once issued
     * @param conclusion fit or not, in the pack's words, with the reasons
     */
    public record Appraisal(
            @Nullable PaperMark paper,
            List<String> documents,
            List<String> grounds,
            @Nullable String how,
            List<String> opinions,
            @Nullable String conclusion) {
        public static final Appraisal NONE = new Appraisal(null, List.of(), List.of(), null, List.of(), null);

        public Appraisal {
            documents = List.copyOf(documents);
            grounds = List.copyOf(grounds);
            opinions = List.copyOf(opinions);
        }
    }

    /** What is decided; {@code list} is the decision that put the system on the list. */
    public record Decision(
            List<String> grounds,
            @Nullable String plan,
            List<String> duties,
            @Nullable String effect,
            @Nullable PaperMark list) {
        public static final Decision NONE = new Decision(List.of(), null, List.of(), null, null);

        public Decision {
            grounds = List.copyOf(grounds);
            duties = List.copyOf(duties);
        }
    }

    /** The same by the keys of the pack's fields; grounds are those of the decision where there is one. */
    FormFacts in(FormWords words) {
        Map<String, FormValue> values = new LinkedHashMap<>();
        put(values, "owner", owner.line());
        put(values, "owner-name", owner.name());
        put(values, "operator", operator.line());
        put(values, "operator-name", operator.name());
        values.put(
                "systems",
                new FormValue.Rows(systems.stream().map(SystemCells::of).toList()));
        values.put("attachments", new FormValue.Items(attachments));
        put(values, "listing", listing);
        values.put("questions", new FormValue.Items(questions));
        values.put("documents", new FormValue.Items(appraisal.documents()));
        values.put(
                "grounds",
                new FormValue.Items(decision.grounds().isEmpty() ? appraisal.grounds() : decision.grounds()));
        put(values, "how", appraisal.how());
        values.put("opinions", new FormValue.Items(appraisal.opinions()));
        put(values, "conclusion", appraisal.conclusion());
        put(values, "appraisal", paper(appraisal.paper(), words));
        put(values, "proposal", proposal);
        put(values, "plan", decision.plan());
        values.put("duties", new FormValue.Items(decision.duties()));
        put(values, "effect", decision.effect());
        put(values, "list-decision", paper(decision.list(), words));
        return new FormFacts(frame, values);
    }

    private static @Nullable String paper(@Nullable PaperMark paper, FormWords words) {
        return paper == null ? null : words.paper(paper.number(), paper.date(), paper.issuer());
    }

    private static void put(Map<String, FormValue> values, String key, @Nullable String text) {
        if (text != null) {
            values.put(key, new FormValue.Text(text));
        }
    }

    /** The cells of a system by the pack's column keys. */
    private static final class SystemCells {
        static Map<String, String> of(SystemLine system) {
            String ground = system.ground();
            return Map.of("name", system.name(), "level", system.level(), "ground", ground == null ? "" : ground);
        }
    }
}
