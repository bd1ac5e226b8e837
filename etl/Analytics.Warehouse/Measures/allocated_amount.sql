-- Budget allocated, in tenge.
SELECT
    month AS day,
    district_id,
    toUInt32(0) AS settlement_code,
    toUInt8(0) AS category,
    toUInt8(0) AS aid,
    amount
FROM fact_allocation AS t
