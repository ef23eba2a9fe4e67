package vn.chieng.api.overview;

import java.time.Instant;
import java.util.List;
import vn.chieng.api.access.Scope;

/** What the overview asks of legal clocks; whoever keeps them provides it. */
public interface ClockFigures {

    /** Clocks of real incidents that run, the next to be due first. */
    List<Near> running(Scope scope, int limit);

    /** A clock that runs. */
    record Near(String incidentNumber, String clock, Instant due, String path) {}
}
