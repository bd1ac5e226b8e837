using Analytics.IntegrationTests.Servers;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.IntegrationTests.Engine;

/// <summary>What the engine's users may not do.</summary>
public sealed class EngineRightsTests(SharedEngine engine) : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await engine.Engine.Connection.Loader.ExecuteNonQueryAsync(
        "CREATE TABLE IF NOT EXISTS rights (n UInt8) ENGINE = MergeTree ORDER BY n AS SELECT 42", cancellationToken: Token);

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task The_dashboard_reads_what_the_loader_wrote() =>
        Assert.Equal((byte)42, await engine.Engine.Connection.Reader.ExecuteScalarAsync("SELECT n FROM rights", cancellationToken: Token));

    [Fact]
    public async Task Of_the_list_of_tables_each_user_sees_only_what_it_may_read()
    {
        const string Foreign = "SELECT count() FROM system.tables WHERE database NOT IN ('system', 'analytics') AND lower(database) != 'information_schema'";
        using var nobody = As("default", "", "system");

        Assert.Equal(0UL, await engine.Engine.Connection.Reader.ExecuteScalarAsync(Foreign, cancellationToken: Token));
        Assert.Equal(0UL, await nobody.Reader.ExecuteScalarAsync("SELECT count() FROM system.tables WHERE database = 'analytics'", cancellationToken: Token));
    }

    [Theory]
    [InlineData("CREATE TABLE mine (n UInt8) ENGINE = Memory")]
    [InlineData("CREATE TEMPORARY TABLE mine (n UInt8)")]
    [InlineData("CREATE DATABASE mine")]
    [InlineData("DROP DATABASE analytics")]
    [InlineData("INSERT INTO FUNCTION file('x.csv', 'CSV', 'n UInt8') VALUES (1)")]
    [InlineData("SELECT * FROM file('/etc/passwd', 'LineAsString')")]
    [InlineData("SELECT * FROM url('http://127.0.0.1/', 'LineAsString')")]
    [InlineData("SELECT * FROM executable('id', 'LineAsString', 'line String')")]
    [InlineData("SELECT * FROM system.users")]
    [InlineData("SELECT * FROM system.processes")]
    [InlineData("SELECT * FROM system.parts")]
    [InlineData("SELECT * FROM information_schema.tables")]
    [InlineData("SET readonly = 0")]
    [InlineData("SELECT 1 SETTINGS max_execution_time = 1000")]
    [InlineData("SYSTEM STOP MERGES analytics.rights")]
    [InlineData("KILL QUERY WHERE 1")]
    [InlineData("BACKUP DATABASE analytics TO File('x')")]
    public async Task The_dashboard_user_may_not(string sql)
    {
        using var dashboard = As("dashboard", SharedEngine.PasswordOf(engine.DataDirectory, "Dashboard"), WarehouseConnection.Database);

        await DeniedAsync(dashboard, sql);
    }

    [Theory]
    [InlineData("SELECT * FROM analytics.rights")]
    [InlineData("INSERT INTO analytics.rights VALUES (1)")]
    [InlineData("TRUNCATE TABLE analytics.rights")]
    [InlineData("CREATE TABLE analytics.mine (n UInt8) ENGINE = Memory")]
    [InlineData("SELECT * FROM file('/etc/passwd', 'LineAsString')")]
    [InlineData("SELECT * FROM url('http://127.0.0.1/', 'LineAsString')")]
    [InlineData("SELECT * FROM system.users")]
    [InlineData("SELECT * FROM system.processes")]
    [InlineData("CREATE USER me")]
    [InlineData("DROP DATABASE analytics")]
    [InlineData("KILL QUERY WHERE 1")]
    [InlineData("SYSTEM SHUTDOWN")]
    public async Task The_default_user_of_the_engine_itself_may_not(string sql)
    {
        using var nobody = As("default", "", "system");

        await DeniedAsync(nobody, sql);
    }

    [Theory, InlineData("loader"), InlineData("dashboard")]
    public async Task A_wrong_password_is_refused(string user)
    {
        using var wrong = As(user, "wrong", WarehouseConnection.Database);

        await DeniedAsync(wrong, "SELECT 1");
    }

    private WarehouseConnection As(string user, string password, string database) =>
        WarehouseConnection.ToServer(SharedEngine.ConnectionString(user, password, engine.Engine.Port, database), null);

    // Error codes: not enough privileges, read only, setting not to be changed, authentication failed, syntax.
    private static async Task DeniedAsync(WarehouseConnection connection, string sql)
    {
        var failure = await Assert.ThrowsAsync<ClickHouseServerException>(() => connection.Reader.ExecuteScalarAsync(sql, cancellationToken: Token));

        Assert.Contains(failure.ErrorCode, new[] { 497, 164, 452, 516 });
    }
}
