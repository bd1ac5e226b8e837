using System.Globalization;
using System.Text;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Api;

/// <summary>What changed between two publications, as the API writes it.</summary>
/// <param name="From">First publication.</param>
/// <param name="To">Second publication.</param>
/// <param name="Offset">Figures passed over.</param>
/// <param name="More">True when more figures differ than are listed.</param>
/// <param name="Units">Units loaded anew between the two.</param>
/// <param name="Figures">Figures that differ, the latest periods first.</param>
public sealed record ChangesJson(
    PublicationRef From, PublicationRef To, int Offset, bool More, IReadOnlyList<ChangesJson.Unit> Units, IReadOnlyList<ChangesJson.Changed> Figures)
{
    public static ChangesJson Of(ChangedFigures changes, int offset) => new(
        new PublicationRef(changes.Before.Number, changes.Before.PublishedAt),
        new PublicationRef(changes.After.Number, changes.After.PublishedAt),
        offset,
        changes.HasMore,
        [.. changes.Units.Select(unit => new Unit(
            Name(unit), unit.Before?.LoadId, unit.After?.LoadId, unit.Before?.Rows, unit.After?.Rows, unit.Before?.Amount, unit.After?.Amount, unit.After?.VerifiedAt))],
        [.. changes.Figures.Select(figure => new Changed(
            figure.Indicator.Code, figure.Territory.Slug, figure.Period.Code, FigureJson.Of(figure.Before)!, FigureJson.Of(figure.After)!,
            Change.Between(figure.Indicator, figure.After, figure.Before), [.. figure.Causes.Select(Name)]))]);

    /// <summary>The same figures as CSV: UTF-8 with a byte order mark; numbers with a point, unrounded.</summary>
    public static byte[] Csv(ChangedFigures changes)
    {
        var text = new StringBuilder("indicator,territory,period,state_before,value_before,state_after,value_after,units,publication_before,publication_after\r\n");
        foreach (var figure in changes.Figures)
        {
            text.AppendJoin(
                ',',
                figure.Indicator.Code,
                figure.Territory.Slug,
                figure.Period.Code,
                figure.Before.State.Code(),
                Number(figure.Before.Value),
                figure.After.State.Code(),
                Number(figure.After.Value),
                string.Join(' ', figure.Causes.Select(Name)),
                changes.Before.Number.ToString(CultureInfo.InvariantCulture),
                changes.After.Number.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Name(ReplacedUnit unit) => $"{unit.Either.Source}/{unit.Either.Table}/{unit.Either.Period}";

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A unit of loading with its loads, rows and money before and after; null where a publication does not hold it.</summary>
    public sealed record Unit(
        string Name, long? LoadBefore, long? LoadAfter, long? RowsBefore, long? RowsAfter, decimal? AmountBefore, decimal? AmountAfter, DateTimeOffset? VerifiedAt);

    /// <summary>A figure before and after, and the names of the units that can have changed it.</summary>
    public sealed record Changed(
        string Indicator, string Territory, string Period, FigureJson Before, FigureJson After, Change? Change, IReadOnlyList<string> Units);
}
