-- One child given the social package in one month: a kit at its value, from 2023 money.
SELECT
  package_issue.issue_id AS row_id,
  package_issue.month AS month,
  package_issue.district_code AS district_code,
  package_issue.settlement_code AS settlement_code,
  person.iin AS child_id,
  package_issue.category AS category,
  package_issue.value_tiyn AS amount_tiyn
FROM social_package_issue AS package_issue
JOIN social_person AS person ON person.person_id = package_issue.child_id
