using System.CommandLine;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Commands.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Publications;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Commands;

/// <summary>The command line. Exit codes: 0 done, 1 failed (one line on standard error), 2 wrong usage.</summary>
public static class CommandLine
{
    /// <summary>The data directory; every command takes it.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Data directory: engine, control database, demo",
        DefaultValueFactory = static _ => Environment.GetEnvironmentVariable("ANALYTICS_DATA") ?? "data",
        Recursive = true,
    };

    // A load that is cancelled has its stage to drop and its partition to leave whole.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Dashboard of targeted social assistance")
        {
            Data,
            ServeCommand.Create(),
            EngineCommand.Create(),
            DemoCommand.Create(),
            EtlCommands.Create(),
            ValuesCommand.Create(),
            ForecastCommand.Create(),
            ExplainCommand.Create(),
            IndicatorsCommand.Create(),
            ReportCommand.Create(),
            PublicationCommands.Create(),
            TargetCommands.Create(),
            AlertCommands.Create(),
            WarehouseCommands.Create(),
            SecretCommands.Create(),
            ConfigCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            // A word that is no command also misses the command; the word is what to name.
            var error = parsed.Errors.FirstOrDefault(one => one.Message.StartsWith("Unrecognized", StringComparison.Ordinal)) ?? parsed.Errors[0];
            var names = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
            await Console.Error.WriteLineAsync($"{string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} Try: analytics {names}--help");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopTimeout });
        }
        catch (WrongQueryException exception)
        {
            return await FailAsync(exception.Message, 2);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync("Cancelled.", 1);
        }
        catch (Exception exception) when (ControlFailure.Is(exception) && Environment.GetEnvironmentVariable("ANALYTICS_DEBUG") != "1")
        {
            return await FailAsync(ControlFailure.Message(exception), 1);
        }
        catch (Exception exception) when (IsExpected(exception) && Environment.GetEnvironmentVariable("ANALYTICS_DEBUG") != "1")
        {
            return await FailAsync(exception.Message, 1);
        }
        catch (Exception exception)
        {
            // Not foreseen: the kind of error without its details, which may hold what rows contain.
            return await FailAsync($"Unexpected error: {exception.GetType().Name}. Set ANALYTICS_DEBUG=1 for details.{(Environment.GetEnvironmentVariable("ANALYTICS_DEBUG") == "1" ? " " + exception : "")}", 1);
        }
    }

    private static bool IsExpected(Exception exception) => exception
        is EngineException or SourceException or LoadException or OptionsValidationException or NothingPublishedException or NotPublicException or ArgumentException or IOException
        or InvalidOperationException or HttpRequestException or ClickHouse.Driver.ClickHouseServerException;

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
        return code;
    }
}
