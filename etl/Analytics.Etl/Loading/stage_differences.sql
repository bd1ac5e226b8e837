-- Rows and money of one source's unit by district and month, as they are in the fact table and as they would be, where they differ.
SELECT district, month, toInt64(sum(rows_before)) AS before, toInt64(sum(rows_after)) AS after, sum(money_before) AS amount_before, sum(money_after) AS amount_after
FROM
(
    SELECT toUInt32({district:Identifier}) AS district, toStartOfMonth({period:Identifier}) AS month,
        count() AS rows_before, toUInt64(0) AS rows_after, sum(row_money) AS money_before, toDecimal128(0, 2) AS money_after, sum(row_hash) AS hash_before, toUInt64(0) AS hash_after
    FROM {table:Identifier}
    WHERE source = {source:String} AND {period:Identifier} >= {from:Date} AND {period:Identifier} < {until:Date}
    GROUP BY district, month
    UNION ALL
    SELECT toUInt32({district:Identifier}), toStartOfMonth({period:Identifier}),
        toUInt64(0), count(), toDecimal128(0, 2), sum(row_money), toUInt64(0), sum(row_hash)
    FROM {stage:Identifier}
    WHERE source = {source:String} AND {period:Identifier} >= {from:Date} AND {period:Identifier} < {until:Date}
    GROUP BY 1, 2
)
GROUP BY district, month
HAVING sum(hash_before) != sum(hash_after) OR before != after
ORDER BY month, district
