using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>A change as shown: in the form of its kind, with the way it goes and what that means.</summary>
/// <param name="Text"><c>+11,8 %</c>, <c>−0,4 п. п.</c>, <c>в 2,1 раза</c>.</param>
/// <param name="Way"><c>up</c>, <c>down</c> or <c>same</c>, as shown after rounding.</param>
/// <param name="Meaning"><c>better</c>, <c>worse</c> or <c>neutral</c>.</param>
public sealed record FigureChange(string Text, string Way, string Meaning)
{
    public static FigureChange? Of(Indicator indicator, Change? change, FigureScale scale, Language language)
    {
        if (change is null)
        {
            return null;
        }

        var isAbsolute = change is { Points: null, Times: null, Percent: null };
        var shown = isAbsolute
            ? Math.Round((change.Absolute ?? 0) / scale.Divisor, scale.Decimals, MidpointRounding.AwayFromZero)
            : Math.Round(change.Points ?? change.Percent ?? change.Times ?? 0, 1, MidpointRounding.AwayFromZero);
        return new FigureChange(
            Text: change.Absolute == 0 ? language.Page("change.same")
                : isAbsolute ? language.SignedNumber(shown, scale.Decimals)
                : language.ChangeInShort(indicator, change),
            Way: shown switch { > 0 => "up", < 0 => "down", _ => "same" },
            Meaning: (indicator.Direction, shown) switch
            {
                (Direction.Neutral, _) or (_, 0) => "neutral",
                (Direction.MoreIsBetter, > 0) or (Direction.LessIsBetter, < 0) => "better",
                _ => "worse",
            });
    }
}
