using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Alerts;

/// <summary>When each table of each source was last compared with the warehouse, in the control database.</summary>
public sealed class SourceChecks(ControlDatabase control, TimeProvider clock)
{
    public async Task<IReadOnlyList<SourceCheckRow>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.SourceChecks.AsNoTracking().OrderBy(check => check.Source).ThenBy(check => check.Process).ToListAsync(cancellationToken);
    }

    /// <summary>Notes how a look at one table ended.</summary>
    public async Task NoteAsync(string source, string process, CheckOutcome outcome, string message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var compared = outcome == CheckOutcome.Compared ? now : 0;
        var text = message.Length > 2000 ? message[..2000] : message;
        await using var context = await control.OpenAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO source_check (source, process, first_at, checked_at, compared_at, outcome, message)
            VALUES ({source}, {process}, {now}, {now}, nullif({compared}, 0), {outcome.Code()}, {text})
            ON CONFLICT (source, process) DO UPDATE SET
              checked_at = excluded.checked_at, compared_at = coalesce(excluded.compared_at, source_check.compared_at),
              outcome = excluded.outcome, message = excluded.message
            """,
            cancellationToken);
    }
}
