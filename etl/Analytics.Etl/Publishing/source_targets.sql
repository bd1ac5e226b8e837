-- All versions of plans that the sources hold, as they were loaded and verified.
SELECT
    source,
    row_id,
    indicator,
    territory_id,
    toUInt16(toYear(year_start)),
    toString(stage),
    value,
    decree,
    decree_number,
    decree_date,
    has_quarters,
    q1,
    q2,
    q3,
    q4,
    phasing
FROM fact_target
ORDER BY source, row_id
