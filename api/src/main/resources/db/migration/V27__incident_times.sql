-- Time metrics and trends ask for what was opened in a span.
create index incidents_detected on incidents (detected_at);
