-- Sums in every cell of one year: months are added up first, then counted into their land, then months into quarters and years to
-- date. Amounts of divided land whose settlement is not known count by its declared share.
INSERT INTO published_measure
WITH
    arrayConcat(
        arrayMap(m -> tuple('month', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), m, m), range(1, 13)),
        arrayMap(q -> tuple('quarter', toLastDayOfMonth(makeDate({year:UInt16}, q * 3, 1)), q * 3 - 2, q * 3), range(1, 5)),
        arrayMap(m -> tuple('ytd', toLastDayOfMonth(makeDate({year:UInt16}, m, 1)), 1, m), range(1, 13))
    ) AS periods,
    by_month AS
    (
        SELECT
            c.district_id AS district_id,
            if((c.district_id, c.settlement_code) IN (SELECT unit_id, settlement_code FROM territory_rollup), c.settlement_code, 0) AS settlement,
            c.category AS category,
            c.aid AS aid,
            toMonth(c.day) AS month,
            sum(toDecimal128(c.amount, 4)) AS amount
        FROM {view:Identifier} AS c
        WHERE c.day >= makeDate({year:UInt16}, 1, 1) AND c.day < makeDate({year:UInt16} + 1, 1, 1)
        GROUP BY district_id, settlement, category, aid, month
    ),
    by_land AS
    (
        SELECT r.boundaries AS boundaries, r.territory_id AS territory_id, c.category AS category, c.aid AS aid, c.month AS month,
            sum(toDecimal128(c.amount * r.weight, 4)) AS amount, max(r.weight != 1) AS is_shared
        FROM by_month AS c
        INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id AND r.settlement_code = c.settlement
        WHERE makeDate32({year:UInt16}, c.month, 1) >= r.valid_from AND makeDate32({year:UInt16}, c.month, 1) < r.valid_to
        GROUP BY boundaries, territory_id, category, aid, month
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
    sum(amount) AS figure,
    max(is_shared)
FROM by_land
ARRAY JOIN arrayDistinct([(toUInt8(0), toUInt8(0)), (category, toUInt8(0)), (toUInt8(0), aid), (category, aid)]) AS cell
ARRAY JOIN periods AS period
WHERE month BETWEEN period.3 AND period.4
GROUP BY boundaries, territory_id, cell_category, cell_aid, period
HAVING figure != 0
SETTINGS max_threads = 1
