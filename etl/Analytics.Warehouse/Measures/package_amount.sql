-- Value of social packages, in tenge.
SELECT
    month AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    t.amount AS amount
FROM fact_social_package AS t
