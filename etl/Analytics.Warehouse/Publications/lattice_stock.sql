-- A stock counted on 1 January, in all periods of its year: a unit's own count, and of several units together their sum where every
-- unit of that day was counted; on boundaries of the day also none may have left the region before the period. Otherwise it is not
-- known. A district that was split off later in the year has no count of its own, and the region's stays right. The count of a unit
-- whose land was divided since is divided by the declared shares of residents.
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
    still AS
    (
        SELECT unit_id AS unit, territory_id AS territory, toDate32(period.2) AS day
        FROM territory_rollup
        ARRAY JOIN periods AS period
        WHERE settlement_code = 0 AND boundaries = 'as_reported' AND period.2 >= valid_from AND period.2 < valid_to
    ),
    -- Whoever was formed on a later day of January has no count of 1 January.
    members AS
    (
        SELECT boundaries, unit_id, territory_id, weight, period, boundaries != 'as_reported' OR (unit_id, territory_id, toDate32(period.2)) IN (SELECT unit, territory, day FROM still) AS is_member_still
        FROM territory_rollup
        ARRAY JOIN periods AS period
        WHERE settlement_code = 0 AND makeDate32({year:UInt16}, 1, 1) >= valid_from AND makeDate32({year:UInt16}, 1, 1) < valid_to
            AND unit_id IN (SELECT territory_id FROM dim_territory WHERE makeDate32({year:UInt16}, 1, 1) >= valid_from AND makeDate32({year:UInt16}, 1, 1) < valid_to)
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
    sum(toDecimal128(counted.amount * members.weight, 4)),
    max(members.weight != 1)
FROM members
LEFT JOIN counted ON counted.unit_id = members.unit_id
GROUP BY members.boundaries, members.territory_id, members.period
HAVING countIf(counted.unit_id = 0) = 0 AND countIf(NOT members.is_member_still) = 0
SETTINGS max_threads = 1
