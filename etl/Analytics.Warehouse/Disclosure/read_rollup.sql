-- Which reporting units are counted into which territories, on all boundaries.
SELECT toString(boundaries), unit_id, territory_id, valid_from, valid_to
FROM territory_rollup
ORDER BY boundaries, territory_id, unit_id, valid_from
