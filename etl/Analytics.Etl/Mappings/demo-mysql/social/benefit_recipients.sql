-- One person covered in one month: a member, on its first day, of a household that was paid for it.
SELECT
  payment.payment_id * 64 + household_member.member_no AS row_id,
  payment.month AS month,
  payment.district_code AS district_code,
  payment.settlement_code AS settlement_code,
  person.iin AS person_id,
  payment.category AS category,
  payment.aid AS aid,
  CASE WHEN person.birth_date <= payment.month - INTERVAL 1 YEAR AND person.birth_date > payment.month - INTERVAL 7 YEAR THEN 1 ELSE 0 END AS child_1_6,
  CASE WHEN household_member.work_status IN ('employed', 'unemployed', 'caring') THEN 1 ELSE 0 END AS able_bodied,
  CASE WHEN household_member.work_status = 'unemployed' THEN 1 ELSE 0 END AS unemployed
FROM social_payment AS payment
JOIN social_household_member AS household_member ON household_member.household_id = payment.household_id
  AND household_member.joined_on <= payment.month
  AND (household_member.left_on IS NULL OR household_member.left_on > payment.month)
JOIN social_person AS person ON person.person_id = household_member.person_id
WHERE payment.paid_tiyn > 0
