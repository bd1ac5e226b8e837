-- Amount of approved grants, in tenge, by the day the application was received.
SELECT
    received_on AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    t.amount AS amount
FROM fact_grant_application AS t
WHERE status = 'approved'
