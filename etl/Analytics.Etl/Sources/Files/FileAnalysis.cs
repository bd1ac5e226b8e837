using System.Globalization;
using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Etl.Sources.Files;

/// <summary>Reads a file once, from its first row to its last: its totals, its unit, and everything that is wrong with it.</summary>
internal static class FileAnalysis
{
    // Keys are computed and thrown away: only the rules are asked.
    private static readonly Pseudonyms NoPseudonyms = new(new byte[32]);

    /// <param name="content">Content.</param>
    /// <param name="name">Path of the file below the folder.</param>
    /// <param name="mapping">Mapping of the folder.</param>
    /// <param name="hash">SHA-256 of the content.</param>
    public static FileFindings Run(Stream content, string name, DropFolderMapping mapping, string hash)
    {
        try
        {
            using var file = TableFile.Open(content, name);
            var shape = TableSearch.Find(file, mapping.Processes, name);
            return Read(file, shape, mapping, hash);
        }
        catch (FileException exception)
        {
            return FileFindings.Unread(hash, new FileError(exception.Rule, "", 0, -1, exception.Arguments));
        }
    }

    private static FileFindings Read(ITableFile file, TableShape shape, DropFolderMapping mapping, string hash)
    {
        var process = shape.Mapping.Process;
        var running = new RunningTotals(process.Columns);
        var rules = new ContractRow(process.Columns, NoPseudonyms, new DistrictCodes(Territories.Shipped)) { KeepsAll = true };
        var writer = new FactWriter();
        var errors = new FileErrors(shape);
        var units = new Dictionary<UnitPeriod, (int First, long Rows)>();
        var contents = new HashSet<string>(StringComparer.Ordinal);
        using var rows = new DataRows(file, shape, new CellReading(shape, mapping.Words));
        while (rows.Read())
        {
            running.Add(rows.Cells, RowMix.Of(rows.Cells));
            rules.Next(rows.Cells);
            process.Apply(rules, writer);
            writer.Forget();
            errors.Add(rows, rules.Rejections);
            if (Unit(rows.Cells[process.PeriodPosition], process) is { } unit)
            {
                units[unit] = units.TryGetValue(unit, out var seen) ? (seen.First, seen.Rows + 1) : (rows.Row, 1);
                if (!rules.IsRejected)
                {
                    contents.Add(Content(rows.Cells, process));
                }
            }
        }

        errors.Add(rows.Differing);
        var fatal = Fatal(shape, running.Totals.Rows, units, rows.Differing);
        if (fatal is not null && !rows.Differing.Contains(fatal))
        {
            errors.Add([fatal]);
        }

        var found = units.Count == 1 ? units.Keys.Single() : UnitPeriod.Undated;
        return new FileFindings(hash, shape, found, running.Totals, fatal, errors.Kept, errors.Count, contents);
    }

    private static FileError? Fatal(TableShape shape, long rows, Dictionary<UnitPeriod, (int First, long Rows)> units, List<FileError> differing)
    {
        if (rows == 0)
        {
            return new FileError("no_rows", shape.Sheet, shape.HeaderRow, -1);
        }

        if (units.Count > 1)
        {
            // The rows that are not of the period of most.
            var others = units.OrderByDescending(unit => unit.Value.Rows).ThenBy(unit => unit.Key.Code, StringComparer.Ordinal).ToList();
            var listed = string.Join("; ", others.Take(6).Select(unit => string.Create(CultureInfo.InvariantCulture, $"{unit.Key.Code}: {unit.Value.Rows} ({unit.Value.First})")));
            return new FileError("several_units", shape.Sheet, others[1].Value.First, shape.Columns[shape.Mapping.Process.PeriodPosition], listed);
        }

        return units.Count == 0 && shape.Columns[shape.Mapping.Process.PeriodPosition] < 0
            ? new FileError("period_missing", shape.Sheet, 0, -1)
            : differing.FirstOrDefault();
    }

    private static UnitPeriod? Unit(Cell day, Process process) =>
        day.Kind == CellKind.Date && UnitPeriod.Of(DateOnly.FromDayNumber((int)day.Number + Cell.Epoch.DayNumber), process.UnitSize) is { IsUndated: false } unit ? unit : null;

    private static string Content(ReadOnlySpan<Cell> cells, Process process)
    {
        var day = DateOnly.FromDayNumber((int)cells[process.PeriodPosition].Number + Cell.Epoch.DayNumber);
        var content = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        for (var column = 0; column < cells.Length; column++)
        {
            if (process.Columns[column] is { Kind: ColumnKind.District } or { Name: "indicator" })
            {
                content += FileFindings.Separator + cells[column].Text;
            }
        }

        return content;
    }
}
