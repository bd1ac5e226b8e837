-- Families: different households with a payment above zero.
SELECT
    month AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(toInt8(t.aid)) AS aid,
    household_key AS key
FROM fact_benefit_payment AS t
WHERE t.paid > 0
