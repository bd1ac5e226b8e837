-- What the fact tables hold of every source and month, as it is told apart: rows, amounts in tiyn, and the mix of the rows.
SELECT source, 'benefit_payments' AS process, toMonth(month) AS number, count() AS rows,
    toInt64(sum(assigned) * 100) AS assigned_tiyn, toInt64(sum(paid) * 100) AS paid_tiyn,
    sum((reinterpretAsUInt64(row_id) * 2654435761 + 12345) * (toUInt64(paid * 100) * 40503 + toUInt64(assigned * 100) + toUInt64(toInt8(category)) + 7)) AS mix
FROM fact_benefit_payment
GROUP BY source, number
UNION ALL
SELECT source, 'social_packages', toMonth(month) AS number, count(), toInt64(0), toInt64(sum(amount) * 100),
    sum((reinterpretAsUInt64(row_id) * 2654435761 + 12345) * (toUInt64(amount * 100) * 40503 + toUInt64(toInt8(category)) + 7))
FROM fact_social_package
GROUP BY source, number
