-- The months in which each district has facts.
SELECT fact, district_id, month FROM reported_month WHERE publication_id = {publication:UInt64}
