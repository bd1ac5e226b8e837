using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>
/// Numbers the notes of a sheet's figures. A note that every figure of an indicator bears is marked at the indicator,
/// any other at the territories that bear it.
/// </summary>
internal sealed class Footnotes
{
    private readonly List<string> notes = [];
    private readonly ILookup<string, int> ofIndicator;
    private readonly ILookup<uint, int> ofTerritory;

    public Footnotes(IReadOnlyCollection<IndicatorValue> values)
    {
        var marks = values
            .SelectMany(value => value.Notes, (value, note) => (Note: note, value.Indicator, value.Territory))
            .GroupBy(mark => (mark.Note, mark.Indicator.Code))
            .Select(group => (group.Key.Note, group.Key.Code, Territories: group.Select(mark => mark.Territory.Id).ToHashSet()))
            .Select(mark => (Number: NumberOf(mark.Note), mark.Code, mark.Territories, Everywhere: IsEverywhere(values, mark.Code, mark.Territories)))
            .ToList();
        ofIndicator = marks.Where(mark => mark.Everywhere).ToLookup(mark => mark.Code, mark => mark.Number, StringComparer.Ordinal);
        ofTerritory = marks
            .Where(mark => !mark.Everywhere)
            .SelectMany(mark => mark.Territories, (mark, territory) => (Territory: territory, mark.Number))
            .Distinct()
            .ToLookup(mark => mark.Territory, mark => mark.Number);
    }

    public IEnumerable<int> Of(Indicator indicator) => ofIndicator[indicator.Code].Order();

    public IEnumerable<int> Of(Territory territory) => ofTerritory[territory.Id].Order();

    /// <summary>Puts the raised numbers of notes after a cell's text.</summary>
    public static void Mark(IXLCell cell, IEnumerable<int> numbers)
    {
        var marks = string.Join(", ", numbers);
        if (marks.Length > 0)
        {
            var text = cell.GetString();
            cell.RichText.ClearText().AddText(text + "\u00A0");
            cell.RichText.AddText(marks).SetVerticalAlignment(XLFontVerticalTextAlignmentValues.Superscript);
        }
    }

    /// <summary>The notes in the order of their numbers.</summary>
    public IEnumerable<string> Texts(Language language) => notes.Select(language.Note);

    /// <summary>The notes with their numbers, in order.</summary>
    public IEnumerable<string> Lines(Language language) => Texts(language).Select((text, index) => $"{index + 1}) {text}");

    private static bool IsEverywhere(IReadOnlyCollection<IndicatorValue> values, string indicator, HashSet<uint> territories) =>
        values.Where(value => value.Indicator.Code == indicator && value.Figure.HasValue).All(value => territories.Contains(value.Territory.Id));

    private int NumberOf(string note)
    {
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }

        return notes.IndexOf(note) + 1;
    }
}
