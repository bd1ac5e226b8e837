SELECT payment_id AS row_id, month, district_code, settlement_code, case_number AS household_id, category, aid, assigned_tiyn, paid_tiyn
FROM payment
