package vn.chieng.api.dossiers.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chieng.api.dossiers.workflow.GateInputs;
import vn.chieng.law.conditions.Evaluation;
import vn.chieng.law.conditions.Facts;
import vn.chieng.law.conditions.Truth;
import vn.chieng.law.pack.DossierContent;
import vn.chieng.law.pack.Input;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.Procedure;
import vn.chieng.law.pack.Requirements;

/** The sections of a dossier: what the pack asks of its level and of such a system. */
public final class Sections {
    /** The field that stands for the checklist of requirements. */
    public static final String REQUIREMENTS = "requirements";
    /** The section of what gates ask of the writer. */
    public static final String STATEMENTS = "statements";
    /** The field that the way of the dossier fills in. */
    public static final String OPINION = "opinion";

    /** How packs number the parts that must exist before the dossier and go with it. */
    private static final String ACCOMPANYING = "pre-";

    private final List<Section> all;

    private Sections(List<Section> all) {
        this.all = all;
    }

    /** The sections of a level; a part whose condition fails is none, one of which it is not known is. */
    public static Sections of(LawPack pack, int level, Facts facts) {
        List<Section> all = new ArrayList<>();
        for (DossierContent.Part part : parts(pack, level, facts)) {
            add(pack, level, part, all);
        }
        statements(pack, level, facts, all);
        return new Sections(List.copyOf(all));
    }

    /** What gates ask and nobody but a person can say: not what the pack's classification asks, nor what the product knows. */
    private static void statements(LawPack pack, int level, Facts facts, List<Section> all) {
        Set<String> asked = pack.procedure().gates().stream()
                .filter(gate -> gate.before() != Procedure.Before.OPERATION
                        && gate.levels().contains(level))
                .filter(gate -> gate.when() == null || Evaluation.evaluate(gate.when(), facts) != Truth.FAILS)
                .flatMap(gate -> Evaluation.inputs(gate.requires()).stream())
                .filter(input -> !GateInputs.ANSWERED.contains(input))
                .collect(Collectors.toSet());
        List<Input> inputs = pack.procedure().gateInputs().stream()
                .filter(input -> asked.contains(input.id()))
                .toList();
        if (!inputs.isEmpty()) {
            all.add(new Section(
                    STATEMENTS,
                    Section.Kind.STATEMENTS,
                    null,
                    "",
                    inputs.getFirst().label(),
                    inputs.stream()
                            .map(input -> new DossierContent.Field(input.id(), input.label(), false, false, List.of()))
                            .toList(),
                    null,
                    List.of(),
                    inputs.stream()
                            .flatMap(input -> input.basis().cite().stream())
                            .toList()));
        }
    }

    /** The parts that apply. */
    public static List<DossierContent.Part> parts(LawPack pack, int level, Facts facts) {
        return pack.dossier().parts().stream()
                .filter(part -> part.levels().contains(level))
                .filter(part -> part.when() == null || Evaluation.evaluate(part.when(), facts) != Truth.FAILS)
                .toList();
    }

    private static void add(LawPack pack, int level, DossierContent.Part part, List<Section> all) {
        List<DossierContent.Field> fields = part.fields().stream()
                .filter(field -> field.columns().isEmpty())
                .filter(field ->
                        !field.key().equals(REQUIREMENTS) && !field.key().equals(OPINION))
                .toList();
        int place = 0;
        if (!fields.isEmpty()) {
            place++;
            all.add(new Section(
                    part.id(),
                    Section.Kind.FIELDS,
                    part,
                    number(part, place),
                    part.title(),
                    fields,
                    null,
                    List.of(),
                    part.basis().cite()));
        }
        for (DossierContent.Field field : part.fields()) {
            if (!field.columns().isEmpty()) {
                place++;
                all.add(new Section(
                        part.id() + "." + field.key(),
                        Section.Kind.TABLE,
                        part,
                        number(part, place),
                        field.label(),
                        List.of(),
                        field,
                        List.of(),
                        part.basis().cite()));
            } else if (field.key().equals(REQUIREMENTS)) {
                groups(pack, level, part, all);
            }
        }
    }

    private static String number(DossierContent.Part part, int place) {
        return part.number().startsWith(ACCOMPANYING) ? "" : part.number() + "." + place;
    }

    private static void groups(LawPack pack, int level, DossierContent.Part part, List<Section> all) {
        for (Requirements.Group group : pack.requirements().groups()) {
            List<Requirements.Item> items = pack.requirements().items().stream()
                    .filter(item ->
                            item.group().equals(group.id()) && item.levels().contains(level))
                    .toList();
            if (!items.isEmpty()) {
                all.add(new Section(
                        part.id() + "." + group.id(),
                        Section.Kind.CHECKLIST,
                        part,
                        number(part, group.number()),
                        group.title(),
                        List.of(),
                        null,
                        items,
                        group.basis().cite()));
            }
        }
    }

    /** All of them, in the order of the pack. */
    public List<Section> all() {
        return all;
    }

    /** The section of this key. */
    public Optional<Section> find(String key) {
        return all.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /** The groups of requirements. */
    public List<Section> checklist() {
        return all.stream()
                .filter(section -> section.kind() == Section.Kind.CHECKLIST)
                .toList();
    }
}
