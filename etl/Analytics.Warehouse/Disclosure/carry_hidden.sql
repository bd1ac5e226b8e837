-- Carries what is hidden in the years that did not change from the publication before.
INSERT INTO hidden_cell
SELECT {publication:UInt64}, * EXCEPT (publication_id)
FROM hidden_cell
WHERE publication_id = {previous:UInt64} AND toYear(period_end) IN {years:Array(UInt16)}
