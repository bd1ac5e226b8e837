-- One placement of one person in work; nothing is known of retention before six months have passed.
SELECT
  placement.placement_id AS row_id,
  placement.placed_on AS placed_on,
  placement.district_code AS district_code,
  placement.settlement_code AS settlement_code,
  applicant.iin AS person_id,
  placement.category AS category,
  placement.kind AS kind,
  COALESCE(placement.retained_6m, 'unknown') AS retained_6m
FROM employment_placement AS placement
JOIN employment_applicant AS applicant ON applicant.applicant_id = placement.applicant_id
