using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;

namespace Analytics.Etl.Runs;

/// <summary>What somebody asks the loads to do.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Scope">With which units.</param>
/// <param name="By">Who asks: <c>schedule</c>, <c>terminal</c>, <c>page</c>, or a user's name.</param>
/// <param name="AcceptDrop">An operator has confirmed that many rows are gone at the source.</param>
/// <param name="Restart">Begin anew, although an earlier run of the same did not come to its end.</param>
/// <param name="Key">Number of the form that asks, so that one sent twice asks once.</param>
public sealed record RunRequest(RunKind Kind, RunScope Scope, string By, bool AcceptDrop = false, bool Restart = false, string? Key = null)
{
    /// <summary>Who asks for the recurring check.</summary>
    public const string Schedule = "schedule";

    /// <summary>Who asks on the command line.</summary>
    public const string Terminal = "terminal";

    /// <summary>Who asks on the page of loads.</summary>
    public const string Page = "page";

    /// <summary>Open runs that are alike in this do the same; commands on a terminal may stand beside each other.</summary>
    public string? OpenScope => Kind == RunKind.Command ? null : $"{Kind.Code()}/{Scope.Source}/{Scope.Process}/{Scope.From}/{Scope.To}{(By == Schedule ? "/" + Schedule : "")}";
}
