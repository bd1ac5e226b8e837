-- Different keys in every cell of one year. A key's months are bits (last year 0-11, this year 12-23), so that one pass over
-- the keys gives all months, quarters and years to date, and what entered or left against the same months of last year. Keys that were in the
-- same places in the same months count alike in every cell: land, categories and kinds of aid are found for each such set of places, of
-- which there are few. Keys of divided land whose settlement is not known count by its declared share.
-- The keys of a very large region may not fit into memory beside those of other statements: groups beyond 512 MB go to disk.
-- Every shift begins with 32 bits: a literal 1 has eight, and what is shifted out of them differs between ClickHouse's interpreter and its compiled expressions.
INSERT INTO published_measure
WITH
    arrayConcat(
        arrayMap(m -> tuple('month', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), bitShiftLeft(toUInt32(1), m - 1)), range(1, 13)),
        arrayMap(q -> tuple('quarter', toLastDayOfMonth(makeDate({year:UInt16}, q * 3, 1)), bitShiftLeft(toUInt32(7), q * 3 - 3)), range(1, 5)),
        arrayMap(m -> tuple('ytd', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), toUInt32(bitShiftLeft(toUInt32(1), m) - 1)), range(1, 13))
    ) AS periods,
    rollup AS
    (
        SELECT
            boundaries, unit_id, settlement_code, territory_id, weight, if(weight = 1, 0, unit_id) AS shared,
            arraySum(m -> if(makeDate32({year:UInt16} - 1 + intDiv(m, 12), m % 12 + 1, 1) >= valid_from AND makeDate32({year:UInt16} - 1 + intDiv(m, 12), m % 12 + 1, 1) < valid_to, bitShiftLeft(toUInt32(1), m), 0), range(24)) AS valid_months
        FROM territory_rollup
        WHERE valid_months != 0
    ),
    by_settlement AS
    (
        SELECT
            c.district_id AS district_id,
            if((c.district_id, c.settlement_code) IN (SELECT unit_id, settlement_code FROM rollup), c.settlement_code, 0) AS settlement,
            c.category AS category,
            c.aid AS aid,
            c.key AS key,
            groupBitOr(toUInt32(bitShiftLeft(toUInt32(1), toMonth(c.day) - 1 + if(toYear(c.day) = {year:UInt16}, 12, 0)))) AS key_months
        FROM {view:Identifier} AS c
        WHERE c.day >= makeDate({first_year:UInt16}, 1, 1) AND c.day < makeDate({year:UInt16} + 1, 1, 1)
        GROUP BY district_id, settlement, category, aid, key
    ),
    by_key AS
    (
        SELECT arraySort(groupArray((district_id, settlement, category, aid, key_months))) AS places
        FROM by_settlement
        GROUP BY key
    ),
    by_places AS
    (
        SELECT places, count() AS alike
        FROM by_key
        GROUP BY places
    ),
    by_cell AS
    (
        SELECT r.boundaries AS boundaries, r.territory_id AS territory_id, r.shared AS shared, r.weight AS weight, cell.1 AS cell_category, cell.2 AS cell_aid,
            any(c.alike) AS alike, groupBitOr(bitAnd(c.place.5, toUInt32(r.valid_months))) AS months
        FROM (SELECT places, alike, arrayJoin(places) AS place FROM by_places) AS c
        INNER JOIN rollup AS r ON r.unit_id = c.place.1 AND r.settlement_code = c.place.2
        ARRAY JOIN arrayDistinct([(toUInt8(0), toUInt8(0)), (c.place.3, toUInt8(0)), (toUInt8(0), c.place.4), (c.place.3, c.place.4)]) AS cell
        GROUP BY boundaries, territory_id, shared, weight, cell_category, cell_aid, c.places
    ),
    by_months AS
    (
        SELECT boundaries, territory_id, shared, weight, cell_category, cell_aid, months, sum(alike) AS keys
        FROM by_cell
        GROUP BY boundaries, territory_id, shared, weight, cell_category, cell_aid, months
    )
SELECT
    {publication:UInt64},
    {measure:String},
    boundaries,
    territory_id,
    period.1,
    period.2,
    cell_category,
    cell_aid,
    sum(toDecimal128(weight * keys * multiIf(
        {rule:String} = 'entered', toUInt8(bitAnd(bitShiftRight(months, 12), period.3) != 0 AND bitAnd(months, period.3) = 0),
        {rule:String} = 'left', toUInt8(bitAnd(bitShiftRight(months, 12), period.3) = 0 AND bitAnd(months, period.3) != 0),
        {rule:String} = 'distinct_months', toUInt8(bitCount(bitAnd(bitShiftRight(months, 12), period.3))),
        toUInt8(bitAnd(bitShiftRight(months, 12), period.3) != 0)), 4)) AS figure,
    maxIf(shared != 0, bitAnd(bitOr(bitShiftRight(months, 12), months), period.3) != 0)
FROM by_months
ARRAY JOIN periods AS period
GROUP BY boundaries, territory_id, cell_category, cell_aid, period
HAVING figure > 0
SETTINGS max_threads = 1, max_bytes_before_external_group_by = 536870912, max_bytes_ratio_before_external_group_by = 0
