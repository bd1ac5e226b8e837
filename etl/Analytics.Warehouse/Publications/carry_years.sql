-- Carries the years whose facts did not change from the publication before.
INSERT INTO published_measure
SELECT {publication:UInt64}, * EXCEPT (publication_id)
FROM published_measure
WHERE publication_id = {previous:UInt64} AND toYear(period_end) NOT IN {rebuilt:Array(UInt16)}
