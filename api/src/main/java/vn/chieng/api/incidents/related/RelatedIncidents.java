package vn.chieng.api.incidents.related;

import java.util.List;
import vn.chieng.api.incidents.Incident;
import vn.chieng.api.incidents.Reader;

/** Finds incidents that have to do with one. */
public interface RelatedIncidents {

    /** The likest first, within the reader's scope; not those that it carries or that carry it. */
    List<Related> of(Incident incident, Reader reader, int limit);
}
