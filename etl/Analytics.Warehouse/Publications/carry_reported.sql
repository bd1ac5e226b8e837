-- Carries from the publication before all months but those that are counted anew.
INSERT INTO reported_month
SELECT {publication:UInt64}, * EXCEPT (publication_id)
FROM reported_month
WHERE publication_id = {previous:UInt64} AND concat(fact, '/', toString(toYear(month))) NOT IN {anew:Array(String)}
