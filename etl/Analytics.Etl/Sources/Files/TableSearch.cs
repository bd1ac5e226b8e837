namespace Analytics.Etl.Sources.Files;

/// <summary>Finds the table of a file: the row of headers that some process understands, in the first sheet rows.</summary>
internal static class TableSearch
{
    /// <summary>Rows in which the headers are looked for.</summary>
    private const int Head = 40;

    /// <param name="file">File.</param>
    /// <param name="mappings">Processes that the folder feeds.</param>
    /// <param name="name">Path of the file below the folder; its first part may name the process.</param>
    /// <exception cref="FileException">There is no table, more than one, or it is not clear what it feeds.</exception>
    public static TableShape Find(ITableFile file, IReadOnlyList<FileMapping> mappings, string name)
    {
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } first ? first : null;
        var leaf = Path.GetFileNameWithoutExtension(name);
        var named = mappings.Where(mapping => folder == mapping.Process.Name || leaf.StartsWith(mapping.Process.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        var wanted = named.Count > 0 ? named : mappings;
        var found = file.Sheets.SelectMany(sheet => InSheet(file, sheet, wanted, leaf)).ToList();
        if (found.Count == 0)
        {
            throw Missing(file, wanted, leaf);
        }

        if (found.Select(shape => shape.Sheet).Distinct().Count() > 1)
        {
            throw new FileException("several_tables", null, string.Join(", ", found.Select(shape => shape.Sheet).Distinct()));
        }

        // Most columns understood; of equals, the one whose words the title or the name of the file holds.
        var most = found.Max(Matched);
        var best = found.Where(shape => Matched(shape) == most).ToList();
        var hinted = best.Where(shape => shape.Title.Mentions(shape.Mapping.Hints)).ToList();
        return (best.Count, hinted.Count) switch
        {
            (1, _) => best[0],
            (_, 1) => hinted[0],
            _ => throw new FileException("process_ambiguous", null, string.Join(", ", best.Select(shape => shape.Mapping.Process.Name))),
        };
    }

    private static int Matched(TableShape shape) => shape.Columns.Count(column => column >= 0);

    // All processes that understand the best row of headers of a sheet.
    private static List<TableShape> InSheet(ITableFile file, string sheet, IReadOnlyList<FileMapping> mappings, string leaf)
    {
        var best = new List<TableShape>();
        var lines = new List<string>();
        using var table = file.Open(sheet);
        for (var row = 0; row < Head && table.Read(); row++)
        {
            var cells = table.Cells;
            var title = new TableTitle(string.Join('\n', lines), leaf);
            var here = mappings.Select(mapping => Match(sheet, table.Row, mapping, cells, title)).Where(shape => shape is not null && IsWhole(shape)).Select(shape => shape!).ToList();
            if (here.Count > 0 && (best.Count == 0 || here.Max(Matched) > best.Max(Matched)))
            {
                best = here;
            }

            lines.Add(string.Join(' ', cells.Where(cell => !cell.IsEmpty).Select(cell => cell.Text)));
        }

        return best;
    }

    private static TableShape? Match(string sheet, int row, FileMapping mapping, IReadOnlyList<TableCell> cells, TableTitle title)
    {
        var contract = mapping.Process.Columns;
        var columns = Enumerable.Repeat(-1, contract.Count).ToArray();
        var headers = contract.Select(column => mapping.FirstNames.GetValueOrDefault(column.Name, column.Name)).ToArray();
        var factors = contract.Select(column => mapping.Factors.GetValueOrDefault(column.Name, 1)).ToArray();
        var nationalNumbers = new bool[contract.Count];
        var twice = -1;
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Kind != TableCellKind.Text || cells[column].Text.Length > 200)
            {
                continue;
            }

            var folded = Spelling.Fold(cells[column].Text);
            var (rest, factor) = MoneyUnit.Split(folded);
            if (!mapping.Names.TryGetValue(folded, out var name) && !mapping.Names.TryGetValue(rest, out name))
            {
                continue;
            }

            var position = Enumerable.Range(0, contract.Count).First(one => contract[one].Name == name);
            twice = columns[position] >= 0 ? position : twice;
            columns[position] = column;
            headers[position] = cells[column].Text.Trim();
            factors[position] = factor ?? factors[position];
            nationalNumbers[position] = folded.Split(' ').Any(word => word is "иин" or "жсн" or "iin");
        }

        var shape = new TableShape(sheet, row, mapping, columns, headers, factors, nationalNumbers, title);
        return twice >= 0 && IsWhole(shape) ? throw new FileException("header_twice", null, headers[twice]) : shape;
    }

    private static bool IsWhole(TableShape shape)
    {
        var contract = shape.Mapping.Process.Columns;
        return Matched(shape) >= 2 && shape.Mapping.Required.All(required => Enumerable.Range(0, contract.Count).Any(column => contract[column] == required && shape.Columns[column] >= 0));
    }

    // Names the process that is nearest, and what it lacks; only names that we expect, because a row of data may stand where headers should.
    private static FileException Missing(ITableFile file, IReadOnlyList<FileMapping> mappings, string leaf)
    {
        TableShape? nearest = null;
        foreach (var sheet in file.Sheets)
        {
            using var table = file.Open(sheet);
            for (var row = 0; row < Head && table.Read(); row++)
            {
                var best = mappings.Select(mapping => Match(sheet, table.Row, mapping, table.Cells, new TableTitle("", leaf))!).MaxBy(Matched);
                nearest = best is not null && (nearest is null || Matched(best) > Matched(nearest)) ? best : nearest;
            }
        }

        if (nearest is null || Matched(nearest) < 2)
        {
            return new FileException("header_missing");
        }

        var contract = nearest.Mapping.Process.Columns;
        var lacking = nearest.Mapping.Required.Where(required => Enumerable.Range(0, contract.Count).All(column => contract[column] != required || nearest.Columns[column] < 0));
        return new FileException("column_missing", null, nearest.HeaderRow, string.Join(", ", lacking.Select(column => $"«{nearest.Mapping.FirstNames.GetValueOrDefault(column.Name, column.Name)}»")), nearest.Mapping.Process.Name);
    }
}
