namespace Analytics.Etl.Sources.Files;

/// <summary>The rows of one sheet, forward, once.</summary>
internal interface ITable : IDisposable
{
    /// <summary>Number of the current row as a spreadsheet shows it, from 1.</summary>
    int Row { get; }

    /// <summary>The current row's cells, the first column first; overwritten by the next row.</summary>
    IReadOnlyList<TableCell> Cells { get; }

    bool Read();
}
