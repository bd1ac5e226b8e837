using System.Net;
using System.Net.Sockets;
using Analytics.IntegrationTests.Servers;
using Analytics.Warehouse.Engine;

namespace Analytics.IntegrationTests.Engine;

/// <summary>A ClickHouse server that takes the connection and never answers.</summary>
public sealed class SilentServerTests
{
    [Fact]
    public async Task A_statement_fails_after_the_time_of_silence_and_says_so()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var connection = WarehouseConnection.ToServer(
            SharedEngine.ConnectionString("loader", "x", ((IPEndPoint)silent.LocalEndpoint).Port, "analytics"), null, timeoutSeconds: 1);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => connection.Loader.ExecuteScalarAsync("SELECT 1", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("ClickHouse was silent for 1 seconds.", failure.GetBaseException().Message);
    }
}
