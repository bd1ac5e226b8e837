-- Different keys in every cell of one year. A key's months are bits (last year 0-11, this year 12-23), so that one pass over
-- the keys gives all months, quarters and years to date, and what entered or left against the same months of last year.
-- Every shift begins with 32 bits: a literal 1 has eight, and what is shifted out of them differs between ClickHouse's interpreter and its compiled expressions.
INSERT INTO published_measure
WITH
    arrayConcat(
        arrayMap(m -> tuple('month', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), bitShiftLeft(toUInt32(1), m - 1)), range(1, 13)),
        arrayMap(q -> tuple('quarter', toLastDayOfMonth(makeDate({year:UInt16}, q * 3, 1)), bitShiftLeft(toUInt32(7), q * 3 - 3)), range(1, 5)),
        arrayMap(m -> tuple('ytd', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), toUInt32(bitShiftLeft(toUInt32(1), m) - 1)), range(1, 13))
    ) AS periods,
    by_key AS
    (
        SELECT
            r.boundaries AS boundaries,
            r.territory_id AS territory_id,
            c.category AS category,
            c.aid AS aid,
            c.key AS key,
            groupBitOr(toUInt32(bitShiftLeft(toUInt32(1), toMonth(c.day) - 1 + if(toYear(c.day) = {year:UInt16}, 12, 0)))) AS months
        FROM {view:Identifier} AS c
        INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id
        WHERE c.day >= makeDate({first_year:UInt16}, 1, 1) AND c.day < makeDate({year:UInt16} + 1, 1, 1)
            AND c.day >= r.valid_from AND c.day < r.valid_to
        GROUP BY boundaries, territory_id, category, aid, key
    ),
    by_cell AS
    (
        SELECT boundaries, territory_id, cell.1 AS cell_category, cell.2 AS cell_aid, key, groupBitOr(months) AS key_months
        FROM by_key
        ARRAY JOIN arrayDistinct([(toUInt8(0), toUInt8(0)), (category, toUInt8(0)), (toUInt8(0), aid), (category, aid)]) AS cell
        GROUP BY boundaries, territory_id, cell_category, cell_aid, key
    ),
    by_months AS
    (
        SELECT boundaries, territory_id, cell_category, cell_aid, key_months, count() AS keys
        FROM by_cell
        GROUP BY boundaries, territory_id, cell_category, cell_aid, key_months
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
    sum(keys * multiIf(
        {rule:String} = 'entered', toUInt8(bitAnd(bitShiftRight(key_months, 12), period.3) != 0 AND bitAnd(key_months, period.3) = 0),
        {rule:String} = 'left', toUInt8(bitAnd(bitShiftRight(key_months, 12), period.3) = 0 AND bitAnd(key_months, period.3) != 0),
        {rule:String} = 'distinct_months', toUInt8(bitCount(bitAnd(bitShiftRight(key_months, 12), period.3))),
        toUInt8(bitAnd(bitShiftRight(key_months, 12), period.3) != 0))) AS figure
FROM by_months
ARRAY JOIN periods AS period
GROUP BY boundaries, territory_id, cell_category, cell_aid, period
HAVING figure > 0
SETTINGS max_threads = 1
