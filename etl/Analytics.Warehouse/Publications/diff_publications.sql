-- Cells of the lattice whose value differs between two publications. A cell that one of them lacks is null there.
SELECT measure, toString(boundaries), territory_id, toString(period_kind), period_end, toString(category), toString(aid_kind),
    sumOrNullIf(value, publication_id = {before:UInt64}) AS value_before, sumOrNullIf(value, publication_id = {after:UInt64}) AS value_after
FROM published_measure
WHERE publication_id IN ({before:UInt64}, {after:UInt64})
GROUP BY measure, boundaries, territory_id, period_kind, period_end, category, aid_kind
HAVING NOT (value_before <=> value_after)
ORDER BY measure, boundaries, period_kind, period_end, territory_id, category, aid_kind
LIMIT {most:UInt64}
