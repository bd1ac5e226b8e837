using System.CommandLine;
using Analytics.Benchmarks;

var rows = new Option<int>("--rows") { Description = "Benefit payments to load", DefaultValueFactory = static _ => 2_000_000 };
var rounds = new Option<int>("--rounds") { Description = "How often everything is repeated; medians are reported", DefaultValueFactory = static _ => 3 };
var data = new Option<string?>("--data") { Description = "Data directory with the loaded demo, kept and used again; by default a new one that is deleted" };
var times = new Option<int>("--times") { Description = "How often each payment and recipient of the demo is there in the large warehouse", DefaultValueFactory = static _ => 40 };
foreach (var option in new Option[] { rows, rounds, data })
{
    option.Recursive = true;
}

Command Bench(string name, string description, Func<ParseResult, CancellationToken, Task> run)
{
    var command = new Command(name, description);
    command.SetAction(run);
    return command;
}

Task LoadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
    LoadBench.RunAsync(parsed.GetValue(rows), parsed.GetValue(rounds), cancellationToken);

Func<ParseResult, CancellationToken, Task> OnDemo(params Func<string, int, CancellationToken, Task>[] benches) => async (parsed, cancellationToken) =>
{
    using var demo = await LoadedDemo.PrepareAsync(parsed.GetValue(data), cancellationToken);
    foreach (var bench in benches)
    {
        await bench(demo.Directory, parsed.GetValue(rounds), cancellationToken);
    }
};

var large = Bench(
    "large",
    "Publishing one changed month of a warehouse with the demo's payments many times over; it spoils --data",
    (parsed, cancellationToken) => OnDemo((directory, _, token) => LargeBench.RunAsync(directory, parsed.GetValue(times), token))(parsed, cancellationToken));
large.Options.Add(times);

var copies = new Option<int>("--times") { Description = "How often each payment and recipient of the demo is there; more than once spoils --data", DefaultValueFactory = static _ => 1 };
var pages = Bench(
    "pages",
    "The pages: the server alone, and a hundred readers at once",
    (parsed, cancellationToken) => OnDemo((directory, count, token) => PagesBench.RunAsync(directory, parsed.GetValue(copies), count, token))(parsed, cancellationToken));
pages.Options.Add(copies);

var root = new RootCommand("Measures what the system promises to be fast at; without a command all of it")
{
    rows,
    rounds,
    data,
    Bench("load", "Loading from PostgreSQL, beside ClickHouse's own postgresql()", LoadAsync),
    Bench("board", "Reading the board, beside plain SQL on the facts", OnDemo(BoardBench.RunAsync)),
    Bench("workbook", "Writing every report pack", OnDemo(WorkbookBench.RunAsync)),
    Bench("rows", "Writing a million rows as a workbook, beside openpyxl and XlsxWriter", (parsed, token) => RowsBench.RunAsync(parsed.GetValue(rounds), token)),
    Bench("publication", "Loading and publishing the demo", OnDemo(PublicationBench.RunAsync)),
    large,
    pages,
};
root.SetAction(async (parsed, cancellationToken) =>
{
    await LoadAsync(parsed, cancellationToken);
    await OnDemo(BoardBench.RunAsync, WorkbookBench.RunAsync, PublicationBench.RunAsync)(parsed, cancellationToken);
});

Machine.Write(args);
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = true });
