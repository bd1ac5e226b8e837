-- One application for a microcredit.
SELECT
  microcredit_application.application_id AS row_id,
  microcredit_application.received_on AS received_on,
  microcredit_application.district_code AS district_code,
  microcredit_application.settlement_code AS settlement_code,
  applicant.iin AS applicant_id,
  microcredit_application.category AS category,
  microcredit_application.status AS status,
  microcredit_application.issued_on AS issued_on,
  microcredit_application.amount_tiyn AS amount_tiyn
FROM employment_microcredit_application AS microcredit_application
JOIN employment_applicant AS applicant ON applicant.applicant_id = microcredit_application.applicant_id
