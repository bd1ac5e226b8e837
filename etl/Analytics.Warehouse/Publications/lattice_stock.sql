-- A stock counted on 1 January, in all periods of its year: a unit's own count, and the region's where every unit of that day was
-- counted and none has left the region before the period. Otherwise the region's stock is not known. A district that was split
-- off later in the year has no count of its own, and the region's stays right.
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
        SELECT
            dim_territory.territory_id AS unit_id,
            arrayJoin([dim_territory.territory_id, assumeNotNull(parent_id)]) AS counted_into,
            period,
            period.2 >= valid_from AND period.2 < valid_to AS is_member_still
        FROM dim_territory
        ARRAY JOIN periods AS period
        WHERE parent_id IS NOT NULL AND makeDate({year:UInt16}, 1, 1) >= valid_from AND makeDate({year:UInt16}, 1, 1) < valid_to
    )
SELECT
    {publication:UInt64},
    {measure:String},
    'as_reported',
    members.counted_into,
    members.period.1,
    members.period.3,
    0,
    0,
    sum(counted.amount)
FROM members
LEFT JOIN counted ON counted.unit_id = members.unit_id
GROUP BY members.counted_into, members.period
HAVING countIf(counted.unit_id = 0) = 0 AND countIf(NOT members.is_member_still) = 0
SETTINGS max_threads = 1
