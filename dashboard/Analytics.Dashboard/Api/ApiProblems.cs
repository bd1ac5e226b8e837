using Analytics.Warehouse.Control;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Publications;
using ClickHouse.Driver;

namespace Analytics.Dashboard.Api;

/// <summary>Errors of the API as problem details (RFC 9457): what is wrong, and nothing of how it is built.</summary>
public sealed class ApiProblems : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (WrongQueryException exception)
        {
            return Results.Problem(
                exception.Message, statusCode: StatusCodes.Status400BadRequest, title: $"Wrong parameter: {exception.Parameter}",
                extensions: new Dictionary<string, object?> { ["parameter"] = exception.Parameter });
        }
        catch (NotPublicException exception)
        {
            return Results.Problem(
                exception.Message,
                statusCode: exception.State == ProtectionState.Refused ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable,
                title: "Not public",
                extensions: new Dictionary<string, object?> { ["year"] = exception.Year, ["protection"] = Warehouse.Indicators.Codes.Code(exception.State) });
        }
        catch (NothingPublishedException exception)
        {
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "No publication");
        }
        catch (Exception exception) when (ControlFailure.Is(exception))
        {
            return Results.Problem(
                "The control database does not answer at the moment. Try again shortly.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Control database not reachable");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or ClickHouseServerException)
        {
            return Results.Problem(
                "The warehouse does not answer at the moment. Try again shortly.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Warehouse not reachable");
        }
    }
}
