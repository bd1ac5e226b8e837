-- Carries from the publication before all cells but those of the measures and years that are computed anew.
INSERT INTO published_measure
SELECT {publication:UInt64}, * EXCEPT (publication_id)
FROM published_measure
WHERE publication_id = {previous:UInt64}
    AND concat(if(startsWith(measure, 'target:'), 'target', measure), '/', toString(toYear(period_end))) NOT IN {anew:Array(String)}
