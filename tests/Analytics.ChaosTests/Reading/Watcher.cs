using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Analytics.ChaosTests.Servers;
using Analytics.ChaosTests.Sources;
using ClickHouse.Driver;
using Npgsql;

namespace Analytics.ChaosTests.Reading;

/// <summary>
/// Reads all the while what everybody can read, and notes what no committed source ever was, what goes back in time, and what is not
/// of one publication. A store that does not answer is asked again later: to be away is not wrong.
/// </summary>
public sealed class Watcher : IAsyncDisposable
{
    private readonly ControlReader control;
    private readonly EngineReader engine;
    private readonly EngineServer engineServer;
    private readonly IReadOnlyList<AnalyticsHost> hosts;
    private readonly History history;
    private readonly Violations violations;
    private readonly Messages messages;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching;
    private readonly Dictionary<Unit, int> published = [];
    private readonly Dictionary<Unit, int> stored = [];
    private readonly ConcurrentDictionary<string, long> answered = new();
    private long newest;

    public Watcher(ControlReader control, EngineReader engine, EngineServer engineServer, IReadOnlyList<AnalyticsHost> hosts, History history, Violations violations, Messages messages)
    {
        (this.control, this.engine, this.engineServer, this.hosts, this.history, this.violations, this.messages) = (control, engine, engineServer, hosts, history, violations, messages);
        watching = Task.WhenAll([WatchAsync(PublishedAsync, 150), WatchAsync(StoredAsync, 150), WatchAsync(MessagesAsync, 300), .. hosts.Select(host => WatchAsync(() => AnsweredAsync(host), 200))]);
    }

    private int reads;

    /// <summary>How often something was read whole.</summary>
    public int Reads => Volatile.Read(ref reads);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task WatchAsync(Func<Task> look, int milliseconds)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await look();
                Interlocked.Increment(ref reads);
            }
            catch (Exception exception) when (IsAway(exception))
            {
            }
            catch (Exception exception)
            {
                violations.Add($"The reader itself failed: {exception}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), stopping.Token);
        }
    }

    private async Task PublishedAsync()
    {
        var inForce = await control.InForceAsync();
        if (inForce.Count > 1)
        {
            violations.Add($"{inForce.Count} publications are in force at once: {string.Join(", ", inForce.Select(one => one.Number))}");
        }

        if (inForce.Count == 0 && newest > 0)
        {
            violations.Add($"No publication is in force after number {newest}");
        }

        foreach (var publication in inForce)
        {
            if (publication.Number < newest)
            {
                violations.Add($"Publication {publication.Number} is in force after {newest}");
            }

            newest = Math.Max(newest, publication.Number);
            foreach (var unit in history.Units)
            {
                var (rows, money) = publication.Units.GetValueOrDefault(unit);
                Follow(published, unit, state => state.Rows == rows && state.Money == money, $"publication {publication.Number} holds {rows} rows and {money} tiyn of {unit}");
            }
        }
    }

    private async Task StoredAsync()
    {
        var facts = await engine.FactsAsync();
        foreach (var unit in history.Units)
        {
            var now = facts.GetValueOrDefault(unit, Totals.Empty);
            if (engineServer.WasKilled && history.Find(unit, 0, state => state == now) is null)
            {
                // Nobody reads facts but publications, and those are watched; what is not made good is told at the quiet point.
                continue;
            }

            Follow(stored, unit, state => state == now, $"the fact table holds {now} of {unit}");
        }

        foreach (var unknown in facts.Keys.Except(history.Units))
        {
            violations.Add($"The fact table holds {unknown}, which no source has");
        }
    }

    private void Follow(Dictionary<Unit, int> seen, Unit unit, Func<Totals, bool> isLike, string what)
    {
        if (history.Find(unit, seen.GetValueOrDefault(unit), isLike) is { } state)
        {
            seen[unit] = state;
        }
        else
        {
            violations.Add(history.Find(unit, 0, isLike) is null ? $"No committed source was ever so: {what}" : $"Older than what was there before: {what}");
        }
    }

    // All months of a year in one answer are of one publication, and are what its units say.
    private async Task AnsweredAsync(AnalyticsHost host)
    {
        using var response = await host.Client.GetAsync(new Uri("/api/v1/values?indicators=assigned_amount,paid_amount,package_amount&period=2024&territories=vko", UriKind.Relative), stopping.Token);
        if (!response.IsSuccessStatusCode)
        {
            return;
        }

        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(stopping.Token));
        var number = answer.RootElement.GetProperty("publication").GetProperty("number").GetInt64();
        if (answered.TryGetValue(host.Name, out var before) && number < before)
        {
            violations.Add($"{host.Name} answers from publication {number} after {before}");
        }

        answered[host.Name] = number;
        if (await control.FindAsync(number) is { } publication)
        {
            var values = answer.RootElement.GetProperty("values").EnumerateArray().Sum(value => value.GetProperty("value").ValueKind == JsonValueKind.Number ? value.GetProperty("value").GetDecimal() : 0);
            var money = publication.Units.Values.Sum(unit => unit.Money) / 100m;
            if (values != money)
            {
                violations.Add(string.Create(CultureInfo.InvariantCulture, $"{host.Name} answers {values} of publication {number}, whose units hold {money}"));
            }
        }
    }

    private async Task MessagesAsync()
    {
        foreach (var (unit, _, message) in await control.UnitsAsync())
        {
            messages.OfUnit(unit, message);
        }

        foreach (var message in await control.RunMessagesAsync())
        {
            messages.OfRun(message);
        }

        foreach (var host in hosts)
        {
            while (host.Lines.TryDequeue(out var line))
            {
                messages.OfLog(host.Name, line);
            }
        }
    }

    private static bool IsAway(Exception exception) =>
        exception is NpgsqlException or ClickHouseServerException or HttpRequestException or IOException or OperationCanceledException or TimeoutException;
}
