-- Without a list of pending entries: reading it costs every scoped query more than it saves the few writes.
alter index incidents_organizations set (fastupdate = off);
