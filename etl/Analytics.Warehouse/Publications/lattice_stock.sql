-- A stock counted once in the year, in all its periods: a unit's own count, and the region's only where every unit that belongs
-- to it on the period's first day was counted. Otherwise the region's stock is not known.
INSERT INTO published_measure
WITH
    arrayConcat(
        arrayMap(m -> tuple('month', makeDate({year:UInt16}, m, 1), toLastDayOfMonth(makeDate({year:UInt16}, m, 1))), range(1, 13)),
        arrayMap(q -> tuple('quarter', makeDate({year:UInt16}, q * 3 - 2, 1), toLastDayOfMonth(makeDate({year:UInt16}, q * 3, 1))), range(1, 5)),
        arrayMap(m -> tuple('ytd', makeDate({year:UInt16}, 1, 1), toLastDayOfMonth(makeDate({year:UInt16}, m, 1))), range(1, 13))
    ) AS periods,
    counted AS
    (
        SELECT c.district_id AS unit_id, argMin(toDecimal128(c.amount, 4), c.day) AS amount
        FROM {view:Identifier} AS c
        WHERE c.day >= makeDate({year:UInt16}, 1, 1) AND c.day < makeDate({year:UInt16} + 1, 1, 1)
        GROUP BY unit_id
    ),
    members AS
    (
        SELECT boundaries, unit_id, territory_id, period
        FROM territory_rollup
        ARRAY JOIN periods AS period
        WHERE period.2 >= valid_from AND period.2 < valid_to
    )
SELECT
    {publication:UInt64},
    {measure:String},
    members.boundaries,
    members.territory_id,
    members.period.1,
    members.period.3,
    0,
    0,
    sum(counted.amount)
FROM members
LEFT JOIN counted ON counted.unit_id = members.unit_id
GROUP BY members.boundaries, members.territory_id, members.period
HAVING countIf(counted.unit_id = 0) = 0
SETTINGS max_threads = 1
