-- Refused grant applications of a land by the reason that the source gives, counted on the ground of the measure grants_refused.
SELECT f.refusal_reason AS reason, toDecimal128(sum(r.weight), 4) AS amount
FROM
(
    SELECT
        refusal_reason,
        district_id,
        if((district_id, settlement_code) IN (SELECT unit_id, settlement_code FROM territory_rollup), settlement_code, 0) AS settlement,
        toStartOfMonth(received_on) AS month
    FROM fact_grant_application
    WHERE status = 'refused'
        AND received_on BETWEEN {first:Date} AND {last:Date}
        AND ({category:String} = 'all' OR toString(category) = {category:String})
) AS f
INNER JOIN territory_rollup AS r ON r.unit_id = f.district_id AND r.settlement_code = f.settlement
WHERE r.boundaries = {boundaries:String}
    AND r.territory_id = {territory:UInt32}
    AND f.month >= r.valid_from
    AND f.month < r.valid_to
GROUP BY reason
ORDER BY amount DESC, reason
