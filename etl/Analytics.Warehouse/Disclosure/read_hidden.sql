-- Which of the cells that were asked for are hidden from the public.
SELECT measure, territory_id, period_end, toString(category), toString(aid_kind)
FROM hidden_cell
WHERE publication_id = {publication:UInt64}
    AND measure IN {measures:Array(String)}
    AND territory_id IN {territories:Array(UInt32)}
    AND period_kind = {kind:String}
    AND period_end IN {ends:Array(Date)}
    AND category IN ('all', {category:String})
    AND aid_kind IN ('all', {aid:String})
    AND boundaries IN {boundaries:Array(String)}
