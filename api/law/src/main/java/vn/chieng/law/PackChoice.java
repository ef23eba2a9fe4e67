package vn.chieng.law;

import java.time.LocalDate;
import vn.chieng.law.pack.LawPack;
import vn.chieng.law.pack.PackHead;

/** Which pack applies, and by what. */
public sealed interface PackChoice {

    /** The pack in force on the day. */
    record ByDate(LawPack pack) implements PackChoice {}

    /** An older pack, kept by a transition rule. */
    record ByTransition(LawPack pack, PackHead.Transition rule) implements PackChoice {}

    /** No pack is in force on the day. */
    record None(LocalDate day) implements PackChoice {}
}
