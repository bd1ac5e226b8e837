-- The keys behind a count of families or people: one line a key, in the order of the keys. Their land is found as in lattice_distinct.sql.
-- Who entered or left is told by the same months of last year; a person-month counts a key once in each month. Every line also tells how
-- many lines there are, what figure they give, how many facts that is, and whether only a share of some is counted.
WITH
    lines AS
    (
        SELECT
            c.key AS key,
            min(c.day) AS first_day,
            max(c.day) AS last_day,
            arraySort(groupUniqArray(c.district_id)) AS units,
            arraySort(groupUniqArray(toUInt32(c.settlement_code))) AS settlements,
            arraySort(groupUniqArray(c.category)) AS categories,
            arraySort(groupUniqArray(c.aid)) AS aids,
            count() AS facts,
            toDecimal128(if({rule:String} = 'distinct_months', uniqExact(toStartOfMonth(c.day)), 1), 4) AS amount,
            max(r.weight != 1) AS is_shared
        FROM {view:Identifier} AS c
        INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id
            AND r.settlement_code = if((c.district_id, c.settlement_code) IN (SELECT unit_id, settlement_code FROM territory_rollup), c.settlement_code, 0)
        WHERE (c.day >= {first:Date} AND c.day <= {last:Date} OR {rule:String} IN ('entered', 'left') AND c.day >= {first_before:Date} AND c.day <= {last_before:Date})
            AND r.boundaries = {boundaries:String} AND r.territory_id = {territory:UInt32}
            AND toDate32(toStartOfMonth(c.day)) >= r.valid_from AND toDate32(toStartOfMonth(c.day)) < r.valid_to
            AND {category:UInt8} IN (0, c.category) AND {aid:UInt8} IN (0, c.aid)
        GROUP BY key
        HAVING {rule:String} NOT IN ('entered', 'left') OR {rule:String} = 'entered' AND first_day >= {first:Date} OR {rule:String} = 'left' AND last_day < {first:Date}
    ),
    (SELECT (count(), sum(amount), sum(facts), max(is_shared)) FROM lines) AS totals
SELECT key, first_day, last_day, units, settlements, categories, aids, facts, amount, totals.1, totals.2, totals.3, totals.4
FROM lines
ORDER BY key
LIMIT {take:UInt32} OFFSET {skip:UInt64}
