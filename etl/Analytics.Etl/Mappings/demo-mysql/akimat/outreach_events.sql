-- One outreach event.
SELECT
  outreach_event.event_id AS row_id,
  outreach_event.held_on AS held_on,
  outreach_event.district_code AS district_code,
  outreach_event.topic AS topic,
  outreach_event.attendees AS attendees
FROM akimat_outreach_event AS outreach_event
