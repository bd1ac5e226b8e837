-- Cells of the publication, months and all categories and kinds of aid, that differ from the facts, which are counted here in the plainest way.
WITH facts AS
(
    SELECT 'paid_amount' AS measure, district_id AS territory_id, toLastDayOfMonth(month) AS period_end, toDecimal128(sum(paid), 4) AS value FROM fact_benefit_payment GROUP BY territory_id, period_end
    UNION ALL
    SELECT 'assigned_amount', district_id AS territory_id, toLastDayOfMonth(month) AS period_end, toDecimal128(sum(assigned), 4) FROM fact_benefit_payment GROUP BY territory_id, period_end
    UNION ALL
    SELECT 'families', district_id AS territory_id, toLastDayOfMonth(month) AS period_end, toDecimal128(uniqExact(household_key), 4) FROM fact_benefit_payment WHERE paid > 0 GROUP BY territory_id, period_end
    UNION ALL
    SELECT 'families', toUInt32(1), toLastDayOfMonth(month) AS period_end, toDecimal128(uniqExact(household_key), 4) FROM fact_benefit_payment WHERE paid > 0 GROUP BY period_end
    UNION ALL
    SELECT 'package_amount', district_id AS territory_id, toLastDayOfMonth(month) AS period_end, toDecimal128(sum(amount), 4) FROM fact_social_package GROUP BY territory_id, period_end
    UNION ALL
    SELECT 'package_children', toUInt32(1), toLastDayOfMonth(month) AS period_end, toDecimal128(uniqExact(child_key), 4) FROM fact_social_package GROUP BY period_end
),
cells AS
(
    SELECT toString(measure) AS measure, territory_id, period_end, toDecimal128(value, 4) AS value
    FROM published_measure
    WHERE publication_id = {publication:UInt64} AND period_kind = 'month' AND category = 'all' AND aid_kind = 'all' AND boundaries = 'as_reported'
        AND (measure IN ('paid_amount', 'assigned_amount', 'package_amount') AND territory_id != 1
            OR measure = 'families'
            OR measure = 'package_children' AND territory_id = 1)
)
SELECT measure, territory_id, period_end, groupArray(value) AS values
FROM (SELECT * FROM facts UNION ALL SELECT * FROM cells)
GROUP BY measure, territory_id, period_end
HAVING length(values) != 2 OR values[1] != values[2]
ORDER BY measure, territory_id, period_end
