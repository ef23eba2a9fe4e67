package vn.chieng.api.law;

import vn.chieng.law.LawPacks;
import vn.chieng.law.days.HolidayCalendar;

/** The packs and the calendar that hold at the moment of asking; both may be others a minute later, so nobody keeps them. */
public interface CurrentLaw {

    /** All packs in all versions that a result may name. */
    LawPacks packs();

    /** The calendar by which time limits are counted from now on. */
    HolidayCalendar calendar();
}
