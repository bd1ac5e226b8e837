-- Cells of the lattice: some measures, territories and periods of one kind, for the category and aid asked for and for all.
SELECT measure, territory_id, period_end, category, aid_kind, value, estimated
FROM published_measure
WHERE publication_id = {publication:UInt64}
    AND measure IN {measures:Array(String)}
    AND territory_id IN {territories:Array(UInt32)}
    AND period_kind = {kind:String}
    AND period_end IN {ends:Array(Date)}
    AND category IN ('all', {category:String})
    AND aid_kind IN ('all', {aid:String})
    AND boundaries IN {boundaries:Array(String)}
