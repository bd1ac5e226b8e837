-- Plans of one year in force in the sources, the last by decree; in the lattice they are the year to date of December of target:{indicator}, for comparing publications. Readers take plans from the ledger.
INSERT INTO published_measure
SELECT
    {publication:UInt64},
    concat('target:', indicator),
    'as_reported',
    territory_id,
    'ytd',
    makeDate({year:UInt16}, 12, 31),
    0,
    0,
    argMax(value, (ifNull(decree_date, toDate(0)), row_id)),
    0
FROM fact_target
WHERE year_start >= makeDate({year:UInt16}, 1, 1) AND year_start < makeDate({year:UInt16} + 1, 1, 1)
GROUP BY indicator, territory_id
