using Analytics.Etl.Sources;
using Analytics.Etl.Sources.Files;
using Analytics.Warehouse.Indicators;

namespace Analytics.Etl.Targets.Upload;

/// <summary>
/// Which columns of a sheet are which. In the long form a row is one plan; in the wide form a row is a territory and every indicator
/// has a column. Heads are those of the drop folder's <c>targets.columns</c> and the contract's own names.
/// </summary>
internal sealed class TargetHeads
{
    private const int SearchedRows = 40;

    private static readonly FileMapping Names = Shipped();

    private static readonly string[] Required = ["indicator", "territory_code", "value"];

    private readonly Dictionary<string, int> columns = [];
    private readonly List<(Indicator Indicator, int Column)> wide = [];
    private readonly List<(string Head, int Column)> unknown = [];

    private TargetHeads(SheetGrid sheet, int row)
    {
        Row = row;
        for (var column = 0; column < sheet.Width; column++)
        {
            var cell = sheet[row, column];
            var folded = Spelling.Fold(cell.Text);
            if (folded.Length == 0)
            {
                continue;
            }

            if (Names.Names.TryGetValue(folded, out var name) && columns.TryAdd(name, column))
            {
                continue;
            }

            if (IndicatorNames.Find(cell.Text) is { } indicator)
            {
                wide.Add((indicator, column));
            }
            else
            {
                unknown.Add((cell.Text.Trim(), column));
            }
        }
    }

    /// <summary>Row of the heads.</summary>
    public int Row { get; }

    public bool IsWide => !columns.ContainsKey("indicator") && wide.Count > 0;

    /// <summary>The indicators' columns of the wide form.</summary>
    public IReadOnlyList<(Indicator Indicator, int Column)> Wide => wide;

    /// <summary>Heads that are not understood, with their columns.</summary>
    public IReadOnlyList<(string Head, int Column)> Unknown => unknown;

    /// <summary>True when enough is there to be a table of plans.</summary>
    private bool IsTable => columns.ContainsKey("territory_code") && (IsWide || (columns.ContainsKey("indicator") && columns.ContainsKey("value")));

    /// <summary>What a table of plans misses, by the name that people know.</summary>
    public IEnumerable<string> Missing => Required.Where(name => !columns.ContainsKey(name)).Select(NameOf);

    /// <summary>Column of a field, or −1.</summary>
    public int this[string name] => columns.GetValueOrDefault(name, -1);

    /// <summary>What people call a field: the first name of its line.</summary>
    public static string NameOf(string name) => Names.FirstNames.GetValueOrDefault(name, name);

    /// <summary>The heads of a sheet; null when there are none. The best row tells what is missing when <paramref name="nearly"/> is set.</summary>
    public static TargetHeads? Find(SheetGrid sheet, out TargetHeads? nearly)
    {
        var candidates = sheet.Rows.TakeWhile(row => row <= SearchedRows).Select(row => new TargetHeads(sheet, row)).ToList();
        var found = candidates.Find(heads => heads.IsTable);
        nearly = found is null ? candidates.Where(heads => heads.columns.Count > 1).MaxBy(heads => heads.columns.Count) : null;
        return found;
    }

    private static FileMapping Shipped()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Mappings", "drop-folder", "targets.columns");
        var mapping = FileMapping.Parse(TargetLoad.Process, File.ReadLines(file), file);
        var names = new Dictionary<string, string>(mapping.Names, StringComparer.Ordinal);
        foreach (var column in TargetLoad.Process.Columns.Where(column => column.Kind != ColumnKind.RowId))
        {
            names.TryAdd(Spelling.Fold(column.Name), column.Name);
        }

        return mapping with { Names = names };
    }
}
