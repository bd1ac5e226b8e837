-- The figures of the board (2025 and 2024, the region and its units; nine measures of the twenty-three) straight from the facts.
SELECT figure, r.territory_id, toYear(day) AS year, uniqExactIf(key, is_key) AS keys, sumIf(amount, NOT is_key) AS total
FROM
(
    SELECT 'families' AS figure, day, district_id, key, toDecimal128(0, 4) AS amount, 1 AS is_key FROM measure_families
    UNION ALL SELECT 'persons', day, district_id, key, 0, 1 FROM measure_persons
    UNION ALL SELECT 'children_1_6', day, district_id, key, 0, 1 FROM measure_children_1_6
    UNION ALL SELECT 'able_bodied_persons', day, district_id, key, 0, 1 FROM measure_able_bodied_persons
    UNION ALL SELECT 'placements', day, district_id, key, 0, 1 FROM measure_placements
    UNION ALL SELECT 'paid_amount', day, district_id, 0, amount, 0 FROM measure_paid_amount
    UNION ALL SELECT 'allocated_amount', day, district_id, 0, amount, 0 FROM measure_allocated_amount
    UNION ALL SELECT 'grant_applications', day, district_id, 0, amount, 0 FROM measure_grant_applications
    UNION ALL SELECT 'grants_approved', day, district_id, 0, amount, 0 FROM measure_grants_approved
) AS c
INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id
WHERE day >= '2024-01-01' AND day < '2026-01-01' AND day >= r.valid_from AND day < r.valid_to AND r.boundaries = 'as_reported'
GROUP BY figure, r.territory_id, year
