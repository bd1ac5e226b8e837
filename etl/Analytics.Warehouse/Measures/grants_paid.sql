-- Grant applications that were approved and whose grant was paid, by the day they were received.
SELECT
    received_on AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    toUInt32(1) AS amount
FROM fact_grant_application AS t
WHERE status = 'approved' AND paid_on IS NOT NULL
