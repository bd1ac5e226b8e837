-- The same rows as ClickHouse's own table function would bring them, with the key computed in SQL.
INSERT INTO copied_payment (row_id, month, district_id, settlement_code, household_key, category, aid, assigned, paid, source, load_id)
SELECT
    payment_id,
    month,
    toUInt32(district_code),
    toUInt32(settlement_code),
    reinterpretAsUInt64(reverse(substring(HMAC('sha256', concat(char(2), case_number), {secret:String}), 1, 8))),
    category,
    aid,
    toDecimal64(assigned_tiyn, 2) / 100,
    toDecimal64(paid_tiyn, 2) / 100,
    'bench',
    1
FROM postgresql({address:String}, {database:String}, 'payment', {user:String}, {password:String})
