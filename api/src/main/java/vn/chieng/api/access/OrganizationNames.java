package vn.chieng.api.access;

import java.util.Locale;

/** The words for an organisation's id. */
public interface OrganizationNames {

    /** Its name, or the id itself where nobody knows it: events may come for an organisation that is not registered. */
    String name(String id, Locale locale);
}
