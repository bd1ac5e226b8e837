using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>A business process: its contract with the sources, its fact table and the rules between them.</summary>
/// <param name="Name">Name of the process and of its mapping files.</param>
/// <param name="FactTable">Table that it fills.</param>
/// <param name="UnitSize">Whether a month or a year is loaded together.</param>
/// <param name="PeriodColumn">Contract column that decides a row's unit.</param>
/// <param name="Columns">The contract.</param>
/// <param name="FactColumns">Columns of the fact table in the order in which <paramref name="Apply"/> writes them, after row_id.</param>
/// <param name="Apply">Turns a source row into a fact, or rejects it: pure code.</param>
public sealed record Process(
    string Name,
    string FactTable,
    UnitSize UnitSize,
    string PeriodColumn,
    IReadOnlyList<ContractColumn> Columns,
    IReadOnlyList<string> FactColumns,
    RowRules Apply)
{
    /// <summary>Position of the period column in the contract.</summary>
    public int PeriodPosition { get; } = Columns.Select((column, position) => (column, position)).First(one => one.column.Name == PeriodColumn).position;

    /// <summary>True when rows hold keys of people or households.</summary>
    public bool HasIdentifiers { get; } = Columns.Any(column => column.Kind == ColumnKind.Identifier);

    /// <summary>Columns that are written for every row: its number, then the fact's own.</summary>
    public IEnumerable<string> RowColumns => ["row_id", .. FactColumns];
}
