package vn.chieng.api.law;

import vn.chieng.law.LawPacks;
import vn.chieng.law.days.HolidayCalendar;

/** The law as it was read last. */
final class LoadedLaw implements CurrentLaw {
    private volatile Read current;

    LoadedLaw(LawPacks packs, HolidayCalendar calendar) {
        current = new Read(packs, calendar);
    }

    private record Read(LawPacks packs, HolidayCalendar calendar) {}

    @Override
    public LawPacks packs() {
        return current.packs();
    }

    @Override
    public HolidayCalendar calendar() {
        return current.calendar();
    }
}
