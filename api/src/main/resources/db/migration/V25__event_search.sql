-- From an event to the incidents that keep it, and from a typed number to its incident.
create index incident_evidence_event on incident_evidence (event_id);
create index incidents_upper_number on incidents (upper(number));
