-- Days from the application to its decision, of applications that were approved or refused.
SELECT
    received_on AS day,
    district_id,
    settlement_code,
    toUInt8(toInt8(t.category)) AS category,
    toUInt8(0) AS aid,
    toInt32(assumeNotNull(decided_on) - received_on) AS amount
FROM fact_grant_application AS t
WHERE status IN ('approved', 'refused') AND decided_on IS NOT NULL
