using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Loads;

/// <summary>A unit of loading as a cell of the grid.</summary>
public sealed record UnitCell(LoadUnitRow Unit, CellState State)
{
    /// <summary>The recurring check compares every unit each ten minutes; one that was not compared for a day is stale.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(1);

    public string Link => LinkOf(Unit.Source, Unit.Process, Unit.Period);

    /// <summary>Address of a unit's page. The name of a file of a drop folder may hold anything.</summary>
    public static string LinkOf(string source, string process, string period) => $"/data/{Uri.EscapeDataString(source)}/{process}/{period}";

    /// <summary>Code of the state, for styles and icons.</summary>
    public string Code => State.Code();

    public static UnitCell Of(LoadUnitRow unit, DateTimeOffset now) => new(unit, unit.State switch
    {
        UnitState.Loading => CellState.Loading,
        UnitState.Failed => CellState.Failed,
        UnitState.Held => CellState.Held,
        UnitState.Changed => unit.LoadId == 0 ? CellState.NeverLoaded : CellState.Changed,
        _ => (unit.CheckedAt ?? unit.VerifiedAt) < now - StaleAfter ? CellState.Stale : CellState.Verified,
    });

    /// <summary>A line drawing of a state in a square of 16; each has its own, so that colour is not needed to tell them apart.</summary>
    public static string Shape(CellState state) => state switch
    {
        CellState.Verified => "M3 8.5l3.2 3.2L13 4.8",
        CellState.Stale => "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M8 4.8V8l2.2 1.6",
        CellState.Changed => "M3 6h10M3 10h10M10.5 3l-5 10",
        CellState.Loading => "M8 2.5v8M4.5 7.2L8 10.7l3.5-3.5M3 13.5h10",
        CellState.Held => "M5.5 3.5v9M10.5 3.5v9",
        CellState.Failed => "M4 4l8 8M12 4l-8 8",
        _ => "M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9",
    };

    /// <summary>The whole cell in words: <c>июнь 2020: сверено, 10 969 строк</c>.</summary>
    public string Words(Language language) =>
        $"{language.PeriodName(Unit.Period)}: {language.StateName(State)}, {language.PageCount("data.count.rows", Unit.RowCount)}"
        + (Unit.Quarantined > 0 ? $", {language.Page("data.cell.quarantined", language.Number(Unit.Quarantined, 0))}" : "");
}
