package vn.chieng.api.organizations;

import java.util.List;

/** Keeps organisations. */
public interface OrganizationStore {

    /** All, in no order. */
    List<Organization> all();

    /** A number that every change advances. */
    long version();

    /** Adds what the file of the product holds, where there is no organisation at all. */
    void seed();
}
