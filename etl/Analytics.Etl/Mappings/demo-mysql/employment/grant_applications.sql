-- One application for a grant.
SELECT
  grant_application.application_id AS row_id,
  grant_application.received_on AS received_on,
  grant_application.district_code AS district_code,
  grant_application.settlement_code AS settlement_code,
  applicant.iin AS applicant_id,
  grant_application.category AS category,
  grant_application.status AS status,
  grant_application.decided_on AS decided_on,
  grant_application.paid_on AS paid_on,
  grant_application.amount_tiyn AS amount_tiyn,
  grant_application.refusal_reason AS refusal_reason
FROM employment_grant_application AS grant_application
JOIN employment_applicant AS applicant ON applicant.applicant_id = grant_application.applicant_id
