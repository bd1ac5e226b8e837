-- What some families were paid, in tenge, in the months, on the land and in the category and kind of aid that are asked for.
SELECT c.household_key, sum(c.paid)
FROM fact_benefit_payment AS c
INNER JOIN territory_rollup AS r ON r.unit_id = c.district_id
    AND r.settlement_code = if((c.district_id, c.settlement_code) IN (SELECT unit_id, settlement_code FROM territory_rollup), c.settlement_code, 0)
WHERE c.household_key IN {keys:Array(UInt64)} AND c.month >= {first:Date} AND c.month <= {last:Date}
    AND r.boundaries = {boundaries:String} AND r.territory_id = {territory:UInt32}
    AND toDate32(c.month) >= r.valid_from AND toDate32(c.month) < r.valid_to
    AND {category:UInt8} IN (0, toInt8(c.category)) AND {aid:UInt8} IN (0, toInt8(c.aid))
GROUP BY c.household_key
