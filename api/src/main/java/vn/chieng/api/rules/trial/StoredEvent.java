package vn.chieng.api.rules.trial;

import vn.chieng.event.Event;

/** An event as it is stored. */
record StoredEvent(String index, String id, Event event) {}
