package vn.chieng.api.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps deliveries until they are sent or given up. */
public interface DeliveryStore {

    /** Plans deliveries; one that was planned before stays as it is. */
    void plan(List<Delivery.Plan> plans, Instant now);

    /** Deliveries that are due, the longest waiting first; nobody else gets them until the lease ends. */
    List<Delivery> claim(Instant now, Duration lease, int limit);

    /** It went out. */
    void sent(Delivery delivery, Instant at);

    /** It is tried again at this time. */
    void again(Delivery delivery, Instant at, String error);

    /** It is given up; it stands on the page of failures. */
    void dead(Delivery delivery, String error);

    /** Nobody wants it any more: the account is disabled, the webhook switched off. */
    void drop(Delivery delivery);

    /** Those given up, the latest first. */
    List<DeadLetter> dead(int offset, int limit);

    /** How many are given up. */
    long countDead();

    /** Sends one that was given up again, from the first attempt on; false where it is not given up. */
    boolean revive(long id, Instant now);

    /** Sends all again; answers how many. */
    int reviveAll(Instant now);

    /** How many wait. */
    long waiting();
}
