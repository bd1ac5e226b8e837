-- The counts behind a stock: one line for each unit that lay on the land on 1 January, with its first count of the year, as in
-- lattice_stock.sql. Every line also tells how many lines there are, what figure they give, and whether only a share of some is counted.
WITH
    lines AS
    (
        SELECT
            toUInt64(0) AS key,
            min(c.day) AS first_day,
            first_day AS last_day,
            [c.district_id] AS units,
            [toUInt32(0)] AS settlements,
            [toUInt8(0)] AS categories,
            [toUInt8(0)] AS aids,
            toUInt64(1) AS facts,
            argMin(toDecimal128(c.amount, 4), c.day) AS amount,
            max(r.weight != 1) AS is_shared
        FROM {view:Identifier} AS c
        INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id AND r.settlement_code = 0
        WHERE c.day >= makeDate({year:UInt16}, 1, 1) AND c.day < makeDate({year:UInt16} + 1, 1, 1)
            AND r.boundaries = {boundaries:String} AND r.territory_id = {territory:UInt32}
            AND makeDate32({year:UInt16}, 1, 1) >= r.valid_from AND makeDate32({year:UInt16}, 1, 1) < r.valid_to
            AND c.district_id IN (SELECT territory_id FROM dim_territory WHERE makeDate32({year:UInt16}, 1, 1) >= valid_from AND makeDate32({year:UInt16}, 1, 1) < valid_to)
        GROUP BY c.district_id
    ),
    (SELECT (count(), sum(amount), sum(facts), max(is_shared)) FROM lines) AS totals
SELECT key, first_day, last_day, units, settlements, categories, aids, facts, amount, totals.1, totals.2, totals.3, totals.4
FROM lines
ORDER BY units
LIMIT {take:UInt32} OFFSET {skip:UInt64}
