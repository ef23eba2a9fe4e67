package vn.chieng.api.systems.duties;

import java.util.Locale;

/** Why a level is due to be determined again; each goes by a trigger of the pack, where the pack has it. */
public enum TaskCause {
    ANSWERS("trigger-change", false),
    LINKS("trigger-growth", false),
    COUNTER("trigger-counter", false),
    PACK("trigger-pack", false),
    CHANGE("trigger-change", true),
    INCIDENT("trigger-serious-incident", true),
    DEMAND("trigger-demand", true),
    RISK("trigger-risk", true);

    private final String trigger;
    private final boolean stated;

    TaskCause(String trigger, boolean stated) {
        this.trigger = trigger;
        this.stated = stated;
    }

    /** The trigger's id in packs. */
    public String trigger() {
        return trigger;
    }

    /** Whether a person states it, where the others are noticed by the register. */
    public boolean stated() {
        return stated;
    }

    /** As in bundle keys and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
