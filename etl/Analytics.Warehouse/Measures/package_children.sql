-- Children given the guaranteed social package.
SELECT
    month AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    child_key AS key
FROM fact_social_package AS t
