-- The facts behind a sum or a median: one line a fact, in an order that stays the same. Their land is found as in lattice_sum.sql.
-- Every line also tells how many lines there are, what figure they give, how many facts that is, and whether only a share of some is counted.
WITH
    lines AS
    (
        SELECT
            toUInt64(0) AS key,
            c.day AS first_day,
            c.day AS last_day,
            [c.district_id] AS units,
            [toUInt32(c.settlement_code)] AS settlements,
            [c.category] AS categories,
            [c.aid] AS aids,
            toUInt64(1) AS facts,
            toDecimal128(c.amount, 4) AS amount,
            r.weight != 1 AS is_shared
        FROM {view:Identifier} AS c
        INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id
            AND r.settlement_code = if((c.district_id, c.settlement_code) IN (SELECT unit_id, settlement_code FROM territory_rollup), c.settlement_code, 0)
        WHERE c.day >= {first:Date} AND c.day <= {last:Date}
            AND r.boundaries = {boundaries:String} AND r.territory_id = {territory:UInt32}
            AND toDate32(toStartOfMonth(c.day)) >= r.valid_from AND toDate32(toStartOfMonth(c.day)) < r.valid_to
            AND {category:UInt8} IN (0, c.category) AND {aid:UInt8} IN (0, c.aid)
    ),
    (
        SELECT
        (
            count(),
            if({rule:String} = 'median', toDecimal128(ifNotFinite(quantileExactInclusiveIf(0.5)(toInt64(amount), {rule:String} = 'median'), 0), 4), sum(amount)),
            sum(facts),
            max(is_shared)
        )
        FROM lines
    ) AS totals
SELECT key, first_day, last_day, units, settlements, categories, aids, facts, amount, totals.1, totals.2, totals.3, totals.4
FROM lines
ORDER BY first_day, units, settlements, categories, aids, amount
LIMIT {take:UInt32} OFFSET {skip:UInt64}
