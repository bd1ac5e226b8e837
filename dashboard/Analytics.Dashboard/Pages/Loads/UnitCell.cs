using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Loads;

/// <summary>A unit of loading as a cell of the grid.</summary>
public sealed record UnitCell(LoadUnitRow Unit, CellState State)
{
    /// <summary>The recurring check compares every unit each ten minutes; one that was not compared for a day is stale.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(1);

    public string Link => $"/data/{Unit.Source}/{Unit.Process}/{Unit.Period}";

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

    /// <summary>The whole cell in words: <c>июнь 2020: сверено, 10 969 строк</c>.</summary>
    public string Words(Language language) =>
        $"{language.PeriodName(Unit.Period)}: {language.StateName(State)}, {language.PageCount("data.count.rows", Unit.RowCount)}"
        + (Unit.Quarantined > 0 ? $", {language.Page("data.cell.quarantined", language.Number(Unit.Quarantined, 0))}" : "");
}
