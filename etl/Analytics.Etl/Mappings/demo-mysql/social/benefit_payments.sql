-- One household in one month: the aid assigned and paid.
SELECT
  payment.payment_id AS row_id,
  payment.month AS month,
  payment.district_code AS district_code,
  payment.settlement_code AS settlement_code,
  household.case_number AS household_id,
  payment.category AS category,
  payment.aid AS aid,
  payment.assigned_tiyn AS assigned_tiyn,
  payment.paid_tiyn AS paid_tiyn
FROM social_payment AS payment
JOIN social_household AS household ON household.household_id = payment.household_id
