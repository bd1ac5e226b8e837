using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Api;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary>The options that several commands of the loads share: which source, table and months.</summary>
internal sealed class EtlOptions
{
    private readonly Option<string?> source = new("--source") { Description = "Only this source" };
    private readonly Option<string?> table = new("--table") { Description = "Only this business process, for example benefit_payments" };
    private readonly Option<string?> from = new("--from") { Description = "First month, 2020-01" };
    private readonly Option<string?> to = new("--to") { Description = "Last month, 2020-12" };

    public static Option<bool> Json() => new("--json") { Description = "For machines" };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { source, table, from, to })
        {
            command.Add(option);
        }
    }

    /// <summary>The scope that the options name.</summary>
    /// <exception cref="WrongQueryException">A month cannot be read.</exception>
    public RunScope Scope(ParseResult parsed)
    {
        var (first, last) = (QueryText.Month("--from", parsed.GetValue(from)), QueryText.Month("--to", parsed.GetValue(to)));
        return last < first
            ? throw new WrongQueryException("--to", "--to lies before --from.")
            : new RunScope(parsed.GetValue(source), parsed.GetValue(table), Code(first), Code(last));
    }

    /// <exception cref="WrongQueryException">No source feeds that.</exception>
    public static void RequireKnown(SourceRegistry sources, RunScope scope)
    {
        // A drop folder may be empty.
        if (!sources.Feeds(scope.Source, scope.Process).Any() && (scope.Source is null || scope.Process is not null || !sources.Names.Contains(scope.Source)))
        {
            throw new WrongQueryException("--source", $"No source feeds that. Sources and tables: {string.Join(", ", sources.Feeds().Select(feed => $"{feed.Source.Name}/{feed.Mapping.Process.Name}"))}.");
        }
    }

    private static string? Code(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
