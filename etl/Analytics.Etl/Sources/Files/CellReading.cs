using System.Globalization;
using System.Text;
using Analytics.Etl.Sources.Postgres;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Sources.Files;

/// <summary>
/// Turns what people wrote into cells of the contract. What is not understood stays text, so that the rule of its column rejects it.
/// </summary>
internal sealed class CellReading(TableShape shape, IReadOnlyDictionary<string, string> words)
{
    private static readonly Dictionary<string, Indicator> Indicators = IndicatorCatalogue.All
        .SelectMany(indicator => Language.All.SelectMany(language => new[] { language.Name(indicator), language.ShortName(indicator) }).Append(indicator.Code)
            .Select(name => (Name: Spelling.Fold(name), Indicator: indicator)))
        .GroupBy(named => named.Name)
        .Where(named => named.Select(one => one.Indicator).Distinct().Count() == 1)
        .ToDictionary(named => named.Key, named => named.First().Indicator, StringComparer.Ordinal);

    private readonly IReadOnlyList<ContractColumn> contract = shape.Mapping.Process.Columns;
    private readonly int period = shape.Mapping.Process.PeriodPosition;
    private readonly Dictionary<(string, int), Cell> districts = [];

    /// <summary>The number that a cell of the file holds, or null.</summary>
    public static decimal? NumberOf(TableCell cell) => cell.Kind switch
    {
        TableCellKind.Number => cell.Number,
        TableCellKind.Text => NumberText.Parse(cell.Text),
        _ => null,
    };

    public void Read(int row, Func<int, TableCell> at, Cell[] cells)
    {
        var day = Day(at(period), contract[period], shape.Columns[period] < 0);
        var indicator = contract.Select((column, position) => (column, position)).FirstOrDefault(one => one.column.Name == "indicator") is { column: not null } found
            ? Indicators.GetValueOrDefault(Spelling.Fold(at(found.position).Text))
            : null;
        for (var column = 0; column < contract.Count; column++)
        {
            var cell = at(column);
            cells[column] = contract[column].Kind switch
            {
                ColumnKind.RowId => Cell.Integer(row),
                _ when cell.Kind == TableCellKind.Error => Text("\uFFFD", contract[column]),
                ColumnKind.Date when column == period => day,
                ColumnKind.Date => Day(cell, contract[column], isInTitle: false),
                // Plans of money stand in the unit of the table, other plans as they are.
                ColumnKind.Money => Amount(cell, indicator is null || indicator.Unit == IndicatorUnit.Tenge ? shape.Factors[column] : 1, contract[column]),
                ColumnKind.Count => Amount(cell, 1, contract[column]),
                ColumnKind.Flag => Flag(cell, contract[column]),
                ColumnKind.District => District(cell, shape.Columns[column] < 0, day, contract[column]),
                ColumnKind.Code => IsAbsent(cell) ? Cell.Null : Text(words.GetValueOrDefault(Spelling.Fold(cell.Text), cell.Text.Trim()), contract[column]),
                ColumnKind.Label when indicator is not null && contract[column].Name == "indicator" => Cell.OfGroup(indicator.Code),
                ColumnKind.Identifier => Identifier(cell, shape.IsNationalNumber[column], contract[column]),
                _ => IsAbsent(cell) ? Cell.Null : Text(cell.Text.Trim(), contract[column]),
            };
        }
    }

    private static bool IsAbsent(TableCell cell) => cell.IsEmpty || (cell.Kind == TableCellKind.Text && NumberText.IsAbsent(cell.Text));

    private Cell Day(TableCell cell, ContractColumn column, bool isInTitle)
    {
        if (isInTitle)
        {
            return shape.Title.Period is { } told && Fits(told, column) ? Date(told.FirstDay) : Cell.Null;
        }

        return cell.Kind switch
        {
            TableCellKind.Day => Date(DateOnly.FromDayNumber((int)cell.Number)),
            _ when IsAbsent(cell) => Cell.Null,
            _ when PeriodText.Parse(cell.Text) is { } period && Fits(period, column) => Date(period.FirstDay),
            _ => Text(cell.Text, column),
        };
    }

    private static bool Fits(PeriodText period, ContractColumn column) => column.Name switch
    {
        "month" => period.Span is PeriodSpan.Day or PeriodSpan.Month,
        "counted_on" or "year_start" => period.Span is PeriodSpan.Day or PeriodSpan.Year,
        _ => period.Span == PeriodSpan.Day,
    };

    private static Cell Date(DateOnly day) => new(CellKind.Date, day.DayNumber - Cell.Epoch.DayNumber, null);

    private static Cell Amount(TableCell cell, decimal factor, ContractColumn column)
    {
        if (IsAbsent(cell))
        {
            return Cell.Null;
        }

        return NumberOf(cell) switch
        {
            null => Text(cell.Text, column),
            { } number when Math.Abs(number) > 1e16m => Cell.Fraction,
            { } number when number * factor is var amount && amount == decimal.Truncate(amount) && Math.Abs(amount) < 9e18m => Cell.Integer((long)amount),
            _ => Cell.Fraction,
        };
    }

    private static Cell Flag(TableCell cell, ContractColumn column) => IsAbsent(cell) ? Cell.Null : Spelling.Fold(cell.Text) switch
    {
        "да" or "иа" or "ия" or "yes" or "true" or "1" => Cell.Integer(1),
        "нет" or "жок" or "no" or "false" or "0" => Cell.Integer(0),
        _ when cell.Text.Trim() is "+" or "✓" or "✔" => Cell.Integer(1),
        _ => Text(cell.Text, column),
    };

    private Cell District(TableCell cell, bool isInTitle, Cell day, ContractColumn column)
    {
        var on = day.Kind == CellKind.Date ? DateOnly.FromDayNumber((int)day.Number + Cell.Epoch.DayNumber) : UnitPeriod.Earliest;
        var name = isInTitle ? "" : cell.Text.Trim();
        if (!isInTitle && IsAbsent(cell))
        {
            return Cell.Null;
        }

        var key = (name, on.Year * 12 + on.Month);
        if (districts.TryGetValue(key, out var known))
        {
            return known;
        }

        var kato = isInTitle ? shape.Title.District(on) : name.Length == 9 && name.All(char.IsAsciiDigit) ? name : DistrictNames.Kato(name, on);
        var found = kato is null && isInTitle ? Cell.Null : Text(kato ?? name, column);
        if (districts.Count < 10_000)
        {
            districts[key] = found;
        }

        return found;
    }

    private static Cell Identifier(TableCell cell, bool isNationalNumber, ContractColumn column)
    {
        if (IsAbsent(cell))
        {
            return Cell.Null;
        }

        // A number with a decimal point is no identifier; one of Excel has lost the zeros with which it began.
        var text = cell.Kind == TableCellKind.Number && cell.Number == decimal.Truncate(cell.Number)
            ? decimal.Truncate(cell.Number).ToString(CultureInfo.InvariantCulture)
            : cell.Text.Trim();
        return Text(isNationalNumber && text.Length is >= 6 and < 12 && text.All(char.IsAsciiDigit) ? text.PadLeft(12, '0') : text, column);
    }

    // Any fast hash will do for text that enters the fingerprint: it is computed in this process only.
    private static Cell Text(string text, ContractColumn column) =>
        column.IsGroup ? Cell.OfGroup(text) : Encoding.UTF8.GetBytes(text) is var bytes ? Cell.OfText(bytes, PostgresTextHash.Of(bytes)) : default;
}
