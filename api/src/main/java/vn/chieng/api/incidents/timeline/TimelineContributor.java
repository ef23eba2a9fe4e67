package vn.chieng.api.incidents.timeline;

import java.util.List;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;

/** Tells what it knows to have happened in an incident; every feature that knows of such things has one as a bean. */
public interface TimelineContributor {

    /** Its entries, latest first, as this reader may see them; at most so many. */
    List<TimelineEntry> entries(Incident incident, Reader reader, int limit);
}
