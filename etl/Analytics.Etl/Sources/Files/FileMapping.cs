using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>What people call the columns of one business process (a file <c>{process}.columns</c>).</summary>
/// <param name="Process">Process.</param>
/// <param name="Names">Contract column by folded header.</param>
/// <param name="Factors">Tiyn in one of a money column's units, unless the header names another.</param>
/// <param name="Hints">Folded words of file names and titles that tell this process from one with the same headers.</param>
internal sealed record FileMapping(
    Process Process, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, decimal> Factors, IReadOnlyList<string> Hints)
{
    /// <summary>A name of each contract column to show to people: the first of its line.</summary>
    public required IReadOnlyDictionary<string, string> FirstNames { get; init; }

    /// <summary>Columns without which a table is not of this process. The day of a whole month or year, and the district, may stand in the title instead.</summary>
    public IEnumerable<ContractColumn> Required => Process.Columns.Where(column =>
        !column.Optional && column.Kind is not (ColumnKind.RowId or ColumnKind.District) && !MayStandInTitle(column));

    /// <summary>True for a period column that a title can tell.</summary>
    public static bool MayStandInTitle(ContractColumn column) => column.Name is "month" or "counted_on" or "year_start";

    /// <param name="process">Process.</param>
    /// <param name="lines">Lines <c>column: name | name</c>; of money <c>column, tenge: …</c>.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="SourceException">A line is not understood; the message names it.</exception>
    public static FileMapping Parse(Process process, IEnumerable<string> lines, string file)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var factors = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var hints = new List<string>();
        foreach (var (key, variants) in ColumnsFile.Read(lines, file))
        {
            var parts = key.Split(',', StringSplitOptions.TrimEntries);
            if (parts[0] == "hint")
            {
                hints.AddRange(variants.Select(Spelling.Fold));
                continue;
            }

            var column = process.Columns.FirstOrDefault(one => one.Name == parts[0]) ?? throw new SourceException(
                new("folder.column_unknown", file, parts[0], process.Name, string.Join(", ", process.Columns.Select(one => one.Name))));
            if (column.Kind == ColumnKind.Money)
            {
                factors[column.Name] = MoneyUnit.Named(parts.Length > 1 ? parts[1] : "tenge") ?? throw new SourceException(
                    new("folder.money_unit", file, column.Name, parts[1]));
            }

            first.TryAdd(column.Name, variants[0]);
            foreach (var name in variants.Select(Spelling.Fold))
            {
                if (!names.TryAdd(name, column.Name) && names[name] != column.Name)
                {
                    throw new SourceException(new("folder.header_twice", file, name, names[name], column.Name));
                }
            }
        }

        return new FileMapping(process, names, factors, hints) { FirstNames = first };
    }
}
