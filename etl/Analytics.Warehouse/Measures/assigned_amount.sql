-- Benefits assigned, in tenge.
SELECT
    month AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(toInt8(t.aid)) AS aid,
    assigned AS amount
FROM fact_benefit_payment AS t
