using System.Globalization;
using System.Text;
using Analytics.Etl.Sources.Postgres;
using Analytics.Warehouse.Indicators;

namespace Analytics.Etl.Sources.Files;

/// <summary>
/// Turns what people wrote into cells of the contract. What is not understood stays text, so that the rule of its column rejects it.
/// </summary>
internal sealed class CellReading(TableShape shape, IReadOnlyDictionary<string, string> words)
{
    private readonly IReadOnlyList<ContractColumn> contract = shape.Mapping.Process.Columns;
    private readonly int period = shape.Mapping.Process.PeriodPosition;
    private readonly int indicatorColumn = shape.Mapping.Process.Columns.Select((column, position) => (column, position)).FirstOrDefault(one => one.column.Name == "indicator", (null!, -1)).position;
    private readonly Dictionary<(string, int), Cell> districts = [];

    // What was written most often is written again: days and words that were understood.
    private readonly Dictionary<(int Column, string Text), Cell> known = [];

    /// <summary>The number that a cell of the file holds, or null.</summary>
    public static decimal? NumberOf(TableCell cell) => cell.Kind switch
    {
        TableCellKind.Number => cell.Number,
        TableCellKind.Text => NumberText.Parse(cell.Text),
        _ => null,
    };

    public void Read(int row, Func<int, TableCell> at, Cell[] cells)
    {
        var day = Day(at(period), period, shape.Columns[period] < 0);
        var indicator = indicatorColumn < 0 ? null : IndicatorNames.Find(at(indicatorColumn).Text);
        for (var column = 0; column < contract.Count; column++)
        {
            var cell = at(column);
            cells[column] = contract[column].Kind switch
            {
                ColumnKind.RowId => Cell.Integer(row),
                _ when cell.Kind == TableCellKind.Error => Text("\uFFFD"),
                ColumnKind.Date when column == period => day,
                ColumnKind.Date => Day(cell, column, isInTitle: false),
                // Plans of money stand in the unit of the table, other plans as they are.
                ColumnKind.Money => Amount(cell, indicator is null || indicator.Unit == IndicatorUnit.Tenge ? shape.Factors[column] : 1),
                ColumnKind.Count => Amount(cell, 1),
                ColumnKind.Flag => Flag(cell),
                ColumnKind.District => District(cell, shape.Columns[column] < 0, day),
                ColumnKind.Code => Known(column, cell, Word),
                ColumnKind.Label when indicator is not null && contract[column].Name == "indicator" => Text(indicator.Code),
                ColumnKind.Identifier => Identifier(cell, shape.IsNationalNumber[column]),
                _ => IsAbsent(cell) ? Cell.Null : Text(cell.Text.Trim()),
            };
        }
    }

    private static bool IsAbsent(TableCell cell) => cell.IsEmpty || (cell.Kind == TableCellKind.Text && NumberText.IsAbsent(cell.Text));

    private Cell Known(int column, TableCell cell, Func<int, string, Cell> read)
    {
        if (IsAbsent(cell))
        {
            return Cell.Null;
        }

        if (!known.TryGetValue((column, cell.Text), out var found))
        {
            found = read(column, cell.Text);
            if (known.Count < 10_000)
            {
                known[(column, cell.Text)] = found;
            }
        }

        return found;
    }

    private Cell Word(int column, string text) => Text(words.GetValueOrDefault(Spelling.Fold(text), text.Trim()));

    private Cell Day(TableCell cell, int column, bool isInTitle)
    {
        if (isInTitle)
        {
            return shape.Title.Period is { } told && Fits(told, contract[column]) ? Date(told.FirstDay) : Cell.Null;
        }

        return cell.Kind == TableCellKind.Day ? Date(DateOnly.FromDayNumber((int)cell.Number)) : Known(column, cell, WrittenDay);
    }

    private Cell WrittenDay(int column, string text) => PeriodText.Parse(text) is { } told && Fits(told, contract[column]) ? Date(told.FirstDay) : Text(text);

    private static bool Fits(PeriodText period, ContractColumn column) => column.Name switch
    {
        "month" => period.Span is PeriodSpan.Day or PeriodSpan.Month,
        "counted_on" or "year_start" => period.Span is PeriodSpan.Day or PeriodSpan.Year,
        _ => period.Span == PeriodSpan.Day,
    };

    private static Cell Date(DateOnly day) => new(CellKind.Date, day.DayNumber - Cell.Epoch.DayNumber, null);

    private static Cell Amount(TableCell cell, decimal factor)
    {
        if (IsAbsent(cell))
        {
            return Cell.Null;
        }

        return NumberOf(cell) switch
        {
            null => Text(cell.Text),
            { } number when Math.Abs(number) > 1e16m => Cell.Fraction,
            { } number when number * factor is var amount && amount == decimal.Truncate(amount) && Math.Abs(amount) < 9e18m => Cell.Integer((long)amount),
            _ => Cell.Fraction,
        };
    }

    private static Cell Flag(TableCell cell) => IsAbsent(cell) ? Cell.Null : Spelling.Fold(cell.Text) switch
    {
        "да" or "иа" or "ия" or "yes" or "true" or "1" => Cell.Integer(1),
        "нет" or "жок" or "no" or "false" or "0" => Cell.Integer(0),
        _ when cell.Text.Trim() is "+" or "✓" or "✔" => Cell.Integer(1),
        _ => Text(cell.Text),
    };

    private Cell District(TableCell cell, bool isInTitle, Cell day)
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
        var found = kato is null && isInTitle ? Cell.Null : Text(kato ?? name);
        if (districts.Count < 10_000)
        {
            districts[key] = found;
        }

        return found;
    }

    private static Cell Identifier(TableCell cell, bool isNationalNumber)
    {
        if (IsAbsent(cell))
        {
            return Cell.Null;
        }

        // A number with a decimal point is no identifier; one of Excel has lost the zeros with which it began.
        var text = cell.Kind == TableCellKind.Number && cell.Number == decimal.Truncate(cell.Number)
            ? decimal.Truncate(cell.Number).ToString(CultureInfo.InvariantCulture)
            : cell.Text.Trim();
        return Text(isNationalNumber && text.Length is >= 6 and < 12 && text.All(char.IsAsciiDigit) ? text.PadLeft(12, '0') : text);
    }

    // Any fast hash will do for text that enters the fingerprint: it is computed in this process only.
    private static Cell Text(string text) => new(CellKind.Text, PostgresHash.Of(Encoding.UTF8.GetBytes(text)), text);
}
