-- Medians in every cell of one year, each computed from all amounts of the cell. A median of zero is stored: it is not the same as none.
INSERT INTO published_measure
WITH
    arrayConcat(
        arrayMap(m -> tuple('month', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), m, m), range(1, 13)),
        arrayMap(q -> tuple('quarter', toLastDayOfMonth(makeDate({year:UInt16}, q * 3, 1)), q * 3 - 2, q * 3), range(1, 5)),
        arrayMap(m -> tuple('ytd', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), 1, m), range(1, 13))
    ) AS periods,
    contributions AS
    (
        SELECT r.boundaries AS boundaries, r.territory_id AS territory_id, c.category AS category, c.aid AS aid, toMonth(c.day) AS month, c.amount AS amount
        FROM {view:Identifier} AS c
        INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id
        WHERE c.day >= makeDate({year:UInt16}, 1, 1) AND c.day < makeDate({year:UInt16} + 1, 1, 1)
            AND c.day >= r.valid_from AND c.day < r.valid_to
    )
SELECT
    {publication:UInt64},
    {measure:String},
    boundaries,
    territory_id,
    period.1,
    period.2,
    cell.1 AS cell_category,
    cell.2 AS cell_aid,
    toDecimal128(quantileExactInclusive(0.5)(amount), 4)
FROM contributions
ARRAY JOIN arrayDistinct([(toUInt8(0), toUInt8(0)), (category, toUInt8(0)), (toUInt8(0), aid), (category, aid)]) AS cell
ARRAY JOIN periods AS period
WHERE month BETWEEN period.3 AND period.4
GROUP BY boundaries, territory_id, cell_category, cell_aid, period
SETTINGS max_threads = 1
