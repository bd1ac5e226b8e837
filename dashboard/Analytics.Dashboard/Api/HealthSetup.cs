using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Api;

/// <summary>Liveness and readiness.</summary>
public static class HealthSetup
{
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", static () => Results.Ok(new { status = "live" })).ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
        return app;
    }

    // Ready means that a figure can be read: control database, publication and engine all answer.
    private static async Task<IResult> ReadyAsync(WarehouseConnection warehouse, PublicationLedger publications, CancellationToken cancellationToken)
    {
        try
        {
            if (await publications.CurrentAsync(cancellationToken) is not { } publication)
            {
                return NotReady("nothing is published yet");
            }

            await warehouse.Reader.ExecuteScalarAsync("SELECT 1", cancellationToken: cancellationToken);
            return Results.Ok(new { status = "ready", publication = publication.Number });
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return NotReady("a database does not answer");
        }
    }

    private static IResult NotReady(string reason) =>
        Results.Json(new { status = "not ready", reason }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
