-- Families with conditional aid: different households with such a payment above zero.
SELECT
    month AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    household_key AS key
FROM fact_benefit_payment AS t
WHERE t.paid > 0 AND t.aid = 'conditional'
