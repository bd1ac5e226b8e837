using Analytics.Warehouse.Control;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>How much of the data needs attention, counted from the open alerts.</summary>
/// <param name="Differing">Tables of sources that differ from the warehouse.</param>
/// <param name="NotLoaded">Tables of which a unit failed or is held back.</param>
/// <param name="Stale">Tables and sources that were not compared in time.</param>
/// <param name="Unreachable">Sources that do not answer.</param>
public sealed record Attention(int Differing, int NotLoaded, int Stale, int Unreachable)
{
    public static Attention Of(IReadOnlyList<AlertRow> open) => new(
        Tables(open, AlertKind.Drift),
        Tables(open, AlertKind.UnitFailed, AlertKind.QuarantineThreshold, AlertKind.SuddenDrop, AlertKind.ContractBroken),
        Tables(open, AlertKind.Stale),
        Tables(open, AlertKind.SourceUnreachable));

    public bool IsNeeded => Differing + NotLoaded + Stale + Unreachable > 0;

    /// <summary>What needs attention, in words: <c>2 таблицы расходятся с источником, 1 источник недоступен</c>.</summary>
    public string In(Language language) => string.Join(", ", Parts(language));

    private IEnumerable<string> Parts(Language language)
    {
        if (Differing > 0)
        {
            yield return language.PageCount("attention.differing", Differing);
        }

        if (NotLoaded > 0)
        {
            yield return language.PageCount("attention.not_loaded", NotLoaded);
        }

        if (Stale > 0)
        {
            yield return language.PageCount("attention.stale", Stale);
        }

        if (Unreachable > 0)
        {
            yield return language.PageCount("attention.unreachable", Unreachable);
        }
    }

    // The cause of a unit begins with its source and its table.
    private static int Tables(IReadOnlyList<AlertRow> open, params AlertKind[] kinds) => open
        .Where(alert => kinds.Contains(alert.Kind))
        .Select(alert => string.Join('/', alert.Cause.Split('/').Take(2)))
        .Distinct(StringComparer.Ordinal)
        .Count();
}
