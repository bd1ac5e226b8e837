using Analytics.Etl.Sources;
using Analytics.Etl.Targets.Upload;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.IntegrationTests.Targets;

/// <summary>Plans of a source and of workbooks in one ledger, as the publications see them.</summary>
public sealed class TargetLedgerTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private static readonly UploadRequest April = new("april.xlsx", "Иванова") { Stage = TargetStage.Refined, DecreeNumber = "№ 97", DecreeDate = new DateOnly(2021, 4, 15), Year = 2021 };

    [Fact]
    public async Task A_mapping_of_before_the_versions_is_good_as_it_was()
    {
        var source = await OldSourceAsync();
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        var plan = Assert.Single((await BookAsync(world, 1)).History("families", 1, 2021));

        Assert.Equal((9_600m, TargetStage.Approved, "Постановление", (DateOnly?)null), (plan.Value, plan.Stage, plan.Basis, plan.DecreeDate));
        Assert.Equal(("akimat/targets#1", "akimat", 1L), (plan.Place, plan.RecordedBy, plan.SincePublication));
        Assert.Equal(9_600, (await ValueAsync(world)).Target!.Year);
    }

    [Theory]
    [InlineData(SourceKind.Sqlite)]
    [InlineData(SourceKind.Postgresql)]
    public async Task Versions_quarters_and_stages_come_from_the_source(SourceKind kind)
    {
        var world = await WorldAsync(await SourceAsync(kind, "2021-01-01"));
        await world.LoadAndPublishAsync(Token);

        var history = (await BookAsync(world, 1)).History("outreach_events", 1, 2021).ToList();

        Assert.Equal([(70m, TargetStage.Approved, "№ 412"), (80m, TargetStage.Adjusted, "№ 97")], history.Select(plan => (plan.Value, plan.Stage, plan.DecreeNumber)));
        Assert.Equal([20m, 20m, 15m, 25m], history[1].Quarters!);
        var paid = Assert.Single((await BookAsync(world, 1)).History("paid_amount", 1, 2021));
        Assert.Equal((1_234.56m, TargetPhasing.Seasonal), (paid.Value, paid.Phasing));
        var target = (await world.ValueAsync("outreach_events", "2021-01..06", "vko", Token, Comparison.Target)).Target!;
        Assert.Equal((40m, 80m, "quarters", "adjusted"), (target.ToDate, target.Year, target.Phasing, target.Stage));
    }

    [Theory]
    [InlineData("80, 'adjusted', '№ 1', '2021-04-15', 20, 20, 15, NULL, NULL", "quarters_incomplete in q1")]
    [InlineData("80, 'adjusted', '№ 1', '2021-04-15', 20, 20, 15, 26, NULL", "quarters_differ_from_year in q1")]
    [InlineData("80, 'wished', '№ 1', '2021-04-15', NULL, NULL, NULL, NULL, NULL", "stage_unknown in stage")]
    [InlineData("80, 'adjusted', '№ 1', '2021-04-15', NULL, NULL, NULL, NULL, 'moon'", "phasing_unknown in phasing")]
    public async Task A_version_that_does_not_hold_together_goes_to_quarantine(string cells, string rejection)
    {
        var source = await SourceAsync(SourceKind.Sqlite, "2021-01-01", threshold: 50);
        await source.ExecuteAsync($"INSERT INTO target VALUES (9, '2021-01-01', '630000000', 'outreach_events', {cells.Replace("80,", "80, NULL,", StringComparison.Ordinal)})", Token);
        var world = await WorldAsync(source);
        await world.LoadAsync(Token);

        Assert.Equal([$"targets/2021 9: {rejection}"], await world.QuarantineAsync(Token));
    }

    [Fact]
    public async Task What_the_source_overwrites_stays_in_the_history_and_in_the_publication_before()
    {
        var source = await OldSourceAsync();
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("UPDATE target SET value = 9000", Token);
        await world.LoadAndPublishAsync(Token);

        var (before, now) = (await BookAsync(world, 1), await BookAsync(world, 2));

        Assert.Equal((9_600m, 9_000m), (before.InForce("families", 1, 2021)!.Value, now.InForce("families", 1, 2021)!.Value));
        Assert.Equal([(9_600m, 2L), (9_000m, (long?)null)], now.History("families", 1, 2021).Select(plan => (plan.Value, plan.UntilPublication)));
        Assert.Equal((9_000m, 9_600m), ((await ValueAsync(world)).Target!.Year, (await ValueAsync(world, publication: 1)).Target!.Year));
    }

    [Fact]
    public async Task A_publication_that_changes_no_plan_adds_nothing_to_the_ledger()
    {
        var source = await OldSourceAsync();
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("INSERT INTO target VALUES (2, '2022-01-01', '630000000', 'families', 7000, NULL)", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Single((await BookAsync(world, 2)).History("families", 1, 2021));
        Assert.Equal(7_000, (await BookAsync(world, 2)).InForce("families", 1, 2022)!.Value);
    }

    [Fact]
    public async Task An_uploaded_plan_is_in_force_at_once_and_twice_the_same_changes_nothing()
    {
        var world = await WorldAsync(await OldSourceAsync());
        await world.LoadAndPublishAsync(Token);
        var upload = world.Get<TargetUpload>();

        var first = await upload.RunAsync(Workbook(8_800), April, Token);
        var again = await upload.RunAsync(Workbook(8_800), April, Token);

        Assert.Equal((1, 0, 0, 1), (first.Added.Count, first.Unchanged, again.Added.Count, again.Unchanged));
        Assert.Equal((8_800m, "refined", "№ 97"), (await ValueAsync(world)).Target is { } target ? (target.Year, target.Stage, target.DecreeNumber) : default);
        Assert.Equal([9_600m, 8_800m], (await BookAsync(world, 1)).History("families", 1, 2021).Select(plan => plan.Value));
    }

    [Fact]
    public async Task A_correction_of_the_same_decree_is_a_new_version_and_so_is_its_return()
    {
        var world = await WorldAsync(await OldSourceAsync());
        await world.LoadAndPublishAsync(Token);
        foreach (var value in new[] { 8_800, 8_900, 8_800 })
        {
            Assert.Single((await world.Get<TargetUpload>().RunAsync(Workbook(value), April, Token)).Added);
        }

        Assert.Equal([9_600m, 8_800m, 8_900m, 8_800m], (await BookAsync(world, 1)).History("families", 1, 2021).Select(plan => plan.Value));
    }

    [Fact]
    public async Task A_dry_run_and_a_wrong_file_store_nothing()
    {
        var world = await WorldAsync(await OldSourceAsync());
        await world.LoadAndPublishAsync(Token);

        var dry = await world.Get<TargetUpload>().RunAsync(Workbook(8_800), April with { IsDryRun = true }, Token);
        var wrong = await world.Get<TargetUpload>().RunAsync(Workbook(-1), April, Token);

        Assert.Equal((1, 1), (dry.Added.Count, wrong.Errors.Count));
        Assert.Single((await BookAsync(world, 1)).History("families", 1, 2021));
    }

    [Fact]
    public async Task A_publication_of_before_an_upload_does_not_know_of_it_once_it_is_superseded()
    {
        var source = await OldSourceAsync();
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("INSERT INTO target VALUES (2, '2022-01-01', '630000000', 'families', 7000, NULL)", Token);
        await world.LoadAndPublishAsync(Token);
        await world.Get<TargetUpload>().RunAsync(Workbook(8_800), April, Token);

        Assert.Equal((9_600m, 8_800m), ((await ValueAsync(world, publication: 1)).Target!.Year, (await ValueAsync(world)).Target!.Year));
    }

    [Fact]
    public async Task A_part_of_the_families_has_no_plan()
    {
        var world = await WorldAsync(await OldSourceAsync());
        await world.LoadAndPublishAsync(Token);

        Assert.Null((await ValueAsync(world, category: Category.LowIncome)).Target);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Plans_and_actions_are_the_same_in_both_control_databases(bool inPostgres)
    {
        using var folder = new TempFolder();
        var connection = inPostgres ? await Postgres.NewDatabaseAsync("UTF8", Token) : $"Data Source={folder.File("control.db")};Pooling=false";
        await using var services = new ServiceCollection()
            .AddDbContextFactory<ControlContext>(options => _ = inPostgres ? options.UseNpgsql(connection) : options.UseSqlite(connection))
            .BuildServiceProvider();
        var control = new ControlDatabase(services.GetRequiredService<IDbContextFactory<ControlContext>>(), TimeProvider.System);
        await control.MigrateAsync(Token);
        var ledger = new TargetLedger(control, TimeProvider.System);
        var at = new DateTimeOffset(2021, 4, 16, 9, 0, 0, TimeSpan.Zero);
        var plan = new TargetVersion
        {
            Indicator = "paid_amount", TerritoryId = 26, Year = 2021, Stage = TargetStage.Adjusted, Value = 4_360_000_000.25m, Q1 = 1, Q2 = 2, Q3 = 3, Q4 = 4_359_999_994.25m,
            Phasing = TargetPhasing.Quarters, DecreeNumber = "№ 12", DecreeDate = new DateOnly(2021, 4, 15), Basis = "Мәслихат шешімі", Origin = TargetOrigin.Upload, Place = "a.xlsx План!D2", RecordedBy = "Иванова", RecordedAt = at,
        };
        var action = new TargetAction { Indicator = "paid_amount", TerritoryId = 26, Year = 2021, Owner = "Отдел", Explanation = "Ө", Measure = "Ұ", DueDate = new DateOnly(2021, 9, 1), RecordedBy = "operator", RecordedAt = at };

        var stamp = await ledger.StampAsync(Token);
        await ledger.AddAsync([plan, plan with { Value = 5, Q1 = null, Q2 = null, Q3 = null, Q4 = null, Phasing = null, DecreeDate = null, Indicator = "families" }], Token);
        await ledger.AddAsync(action, Token);
        await ledger.AddAsync(action with { State = TargetActionState.Done }, Token);

        Assert.NotEqual(stamp, await ledger.StampAsync(Token));
        var book = await new TargetLedger(control, TimeProvider.System).BookAsync(7, Token);
        Assert.Equal(plan with { Id = 1 }, book.InForce("paid_amount", 26, 2021));
        Assert.Equal((5m, (DateOnly?)null, (TargetPhasing?)null), book.InForce("families", 26, 2021) is { } other ? (other.Value, other.DecreeDate, other.Phasing) : default);
        var actions = (await ledger.ActionsAsync(Token))[("paid_amount", 26u, 2021)];
        Assert.Equal([action with { Id = 3 }, action with { Id = 4, State = TargetActionState.Done }], actions);
    }

    // A table as offices had it before plans had versions.
    private async Task<SourceDatabase> OldSourceAsync()
    {
        var source = await SourceAsync(SourceKind.Sqlite, name: "akimat");
        await source.ExecuteAsync("CREATE TABLE target (row_id integer, year_start text, territory_code text, indicator text, value integer, decree text)", Token);
        await source.ExecuteAsync("INSERT INTO target VALUES (1, '2021-01-01', '630000000', 'families', 9600, 'Постановление')", Token);
        return source.Map("targets", "SELECT * FROM target -- stage, q1: not yet");
    }

    private async Task<SourceDatabase> SourceAsync(SourceKind kind, string year, decimal threshold = 1)
    {
        var source = await SourceAsync(kind, name: "akimat", threshold: threshold);
        var day = kind == SourceKind.Sqlite ? "text" : "date";
        await source.ExecuteAsync(
            $"""
            CREATE TABLE target (
              row_id bigint, year_start {day}, territory_code text, indicator text, value bigint, decree text, stage text, decree_number text, decree_date {day},
              q1 bigint, q2 bigint, q3 bigint, q4 bigint, phasing text)
            """.Replace("bigint", kind == SourceKind.Sqlite ? "integer" : "bigint", StringComparison.Ordinal),
            Token);
        await source.ExecuteAsync(
            $"""
            INSERT INTO target VALUES
              (1, '{year}', '630000000', 'outreach_events', 80, NULL, 'adjusted', '№ 97', '2021-04-15', 20, 20, 15, 25, NULL),
              (2, '{year}', '630000000', 'outreach_events', 70, NULL, 'approved', '№ 412', '2020-12-14', NULL, NULL, NULL, NULL, NULL),
              (3, '{year}', '630000000', 'paid_amount', 123456, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'seasonal')
            """,
            Token);
        return source.Map("targets", "SELECT row_id, year_start, territory_code, indicator, value, decree, stage, decree_number, decree_date, q1, q2, q3, q4, phasing FROM target");
    }

    private static Task<TargetBook> BookAsync(World world, long publication) => new TargetLedger(world.Get<ControlDatabase>(), TimeProvider.System).BookAsync(publication, Token);

    private static async Task<IndicatorValue> ValueAsync(World world, long? publication = null, Category category = Category.All) => (await world.NewReader().ReadAsync(
        new IndicatorQuery([IndicatorCatalogue.Get("families")], [Territories.Shipped.Region], Period.OfYear(2021))
        {
            Comparisons = new HashSet<Comparison> { Comparison.Target }, Publication = publication, Category = category,
        },
        Token)).Values.Single();

    private static MemoryStream Workbook(int families)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("План");
        sheet.Cell("A1").Value = "Территория";
        sheet.Cell("B1").Value = "families";
        sheet.Cell("A2").Value = "ВКО";
        sheet.Cell("B2").Value = families;
        var file = new MemoryStream();
        workbook.SaveAs(file);
        file.Position = 0;
        return file;
    }
}
