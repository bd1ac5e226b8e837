using Analytics.Dashboard.Pages;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Security;

/// <summary>
/// Answers 400 when an address is asked for the public that has no answer for it: a parameter that is passed over would show the
/// office's figures to whoever believes that they are protected.
/// </summary>
public sealed class AudienceGate(RequestDelegate next)
{
    private const string Parameter = "audience";

    public Task InvokeAsync(HttpContext context)
    {
        var asked = context.Request.Query[Parameter];
        return asked.Count == 0 || asked.All(value => value == Audience.Internal.Code()) || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ForPublicAttribute>() is not null
            ? next(context)
            : RefuseAsync(context, asked.ToString());
    }

    private static Task RefuseAsync(HttpContext context, string asked) => PagesSetup.IsPage(context.Request.Path)
        ? ProblemView.WriteAsync(context, Problem.Wrong(new WrongParameter(Parameter, asked, [Audience.Internal.Code()])))
        : Results.Problem(
            "What this address answers is for the office only: audience may be internal.",
            statusCode: StatusCodes.Status400BadRequest,
            title: $"Wrong parameter: {Parameter}",
            extensions: new Dictionary<string, object?> { ["parameter"] = Parameter }).ExecuteAsync(context);
}
