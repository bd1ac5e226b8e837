using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Publishing;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics publication list|diff|use|protect</c>.</summary>
internal static class PublicationCommands
{
    private const int MostCells = 100_000;
    private const int ShownCells = 60;

    public static Command Create() => new("publication", "Publications") { List(), Diff(), Use(), Protect() };

    private static Command List()
    {
        var list = new Command("list", "Publications that can be asked for, newest first");
        list.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            foreach (var row in await host.Get<PublicationLedger>().ListAsync(cancellationToken))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{row.Number,6}  {row.PublishedAt:yyyy-MM-dd HH:mm:ss}Z  {row.State.Code(),-12} {(row.Pinned ? "pinned  " : "")}{row.Reason}"));
            }

            return 0;
        });
        return list;
    }

    private static Command Diff()
    {
        var before = new Argument<long>("A") { Description = "Number of the first publication" };
        var after = new Argument<long>("B") { Description = "Number of the second" };
        var json = new Option<bool>("--json") { Description = "For machines: every cell" };
        var diff = new Command("diff", "Which cells changed between two publications, by how much, and because of which loads") { before, after, json };
        diff.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var changes = await host.Get<PublicationDiff>().RunAsync(parsed.GetValue(before), parsed.GetValue(after), MostCells, cancellationToken);
            Console.WriteLine(parsed.GetValue(json) ? Json(changes) : Table(changes));
            return 0;
        });
        return diff;
    }

    private static Command Use()
    {
        var number = new Argument<string>("N") { Description = "Number of a publication that is kept, or: latest" };
        var use = new Command("use", "Returns to a publication: it stays in force until the latest is used again") { number };
        use.SetAction(async (parsed, cancellationToken) =>
        {
            var text = parsed.GetValue(number)!;
            long? wanted = text == "latest" ? null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
                ? read
                : throw new WrongQueryException("N", $"{text} is no publication. Give a number of `analytics publication list`, or: latest.");
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var (inForce, pinned) = await host.Get<PublicationSwitch>().UseAsync(wanted, cancellationToken);
            Console.WriteLine(pinned
                ? $"Publication {inForce} is in force. Nothing newer is published until `analytics publication use latest`."
                : $"Publication {inForce}, the latest, is in force.");
            return 0;
        });
        return use;
    }

    private static Command Protect()
    {
        var again = new Option<bool>("--again") { Description = "Once more, though it is done" };
        var protect = new Command("protect", "Hides the small numbers of the publication in force from the public, proves it, and tells how many are hidden") { again };
        protect.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            if (await host.Get<PublicEdition>().RunAsync(parsed.GetValue(again), cancellationToken) is not { } result)
            {
                Console.Error.WriteLine("Nothing is published yet, or another worker is protecting it: ask again in a minute.");
                return 1;
            }

            Console.WriteLine($"Publication {result.Publication}");
            Console.WriteLine("  year  state        cells    small   others   hidden    seconds");
            foreach (var year in result.Years)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {year.Year}  {year.State.Code(),-10} {year.Cells,7} {year.Small,8} {year.Complementary,8} {(year.Small + year.Complementary) / Math.Max(1m, year.Cells),8:0.0%} {year.Seconds,10:0.0}"));
            }

            return 0;
        });
        return protect;
    }

    private static string Json(PublicationChanges changes) => JsonSerializer.Serialize(
        new
        {
            before = changes.Before.Number,
            after = changes.After.Number,
            complete = changes.IsComplete,
            units = changes.Units.Select(unit => new
            {
                source = unit.Either.Source, table = unit.Either.Table, period = unit.Either.Period,
                rowsBefore = unit.Before?.Rows, rowsAfter = unit.After?.Rows, amountBefore = unit.Before?.Amount, amountAfter = unit.After?.Amount,
                loadBefore = unit.Before?.LoadId, loadAfter = unit.After?.LoadId,
            }),
            cells = changes.Cells.Select(cell => new
            {
                measure = cell.Measure, boundaries = cell.Boundaries, territory = Slug(cell), periodKind = cell.PeriodKind, periodEnd = cell.PeriodEnd,
                category = cell.Category, aid = cell.Aid, before = cell.Before, after = cell.After, change = (cell.After ?? 0) - (cell.Before ?? 0),
                units = changes.CausesOf(cell).Select(unit => $"{unit.Either.Source}/{unit.Either.Table}/{unit.Either.Period}"),
            }),
        },
        ValueJson.Options);

    private static string Table(PublicationChanges changes)
    {
        var lines = new List<string> { $"Publication {changes.Before.Number} → {changes.After.Number}: {changes.Units.Count} units were loaded anew, {(changes.IsComplete ? "" : "more than ")}{changes.Cells.Count} cells differ." };
        lines.AddRange(changes.Units.Select(unit => string.Create(
            CultureInfo.InvariantCulture,
            $"  {unit.Either.Source}/{unit.Either.Table}/{unit.Either.Period}: {unit.Before?.Rows ?? 0} → {unit.After?.Rows ?? 0} rows, {unit.Before?.Amount ?? 0:0.00} → {unit.After?.Amount ?? 0:0.00} ₸")));
        var shown = changes.Cells.Where(cell => cell is { Category: "all", Aid: "all", PeriodKind: "month" or "ytd" }).Take(ShownCells).ToList();
        lines.AddRange(shown.Select(cell => string.Create(
            CultureInfo.InvariantCulture,
            $"  {cell.Measure,-26} {Slug(cell),-16} {cell.PeriodKind,-8}{cell.PeriodEnd:yyyy-MM-dd}  {Text(cell.Before),18} → {Text(cell.After),18}   {string.Join(", ", changes.CausesOf(cell).Select(unit => $"{unit.Either.Table}/{unit.Either.Period}").Take(3))}")));
        if (shown.Count < changes.Cells.Count)
        {
            lines.Add($"  {changes.Cells.Count - shown.Count} more: --json lists every cell.");
        }

        return string.Join('\n', lines);
    }

    private static string Slug(ChangedCell cell) => Territories.Shipped.Find(cell.TerritoryId)?.Slug ?? cell.TerritoryId.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";
}
