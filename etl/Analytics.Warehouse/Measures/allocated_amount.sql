-- Budget allocated, in tenge.
SELECT
    month AS day,
    district_id,
    toUInt8(0) AS category,
    toUInt8(0) AS aid,
    amount
FROM fact_allocation AS t
