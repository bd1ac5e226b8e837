using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Analytics.Dashboard.Hosting;

/// <summary>
/// Log lines for the one who runs the program: time, level, who says it, what, and the cause in its own words. Stacks are for who writes the
/// program: ANALYTICS_DEBUG=1 shows them.
/// </summary>
public sealed class ReadableConsole(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "readable";

    private static readonly bool ShowsStacks = Environment.GetEnvironmentVariable("ANALYTICS_DEBUG") == "1";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var said = logEntry.Exception is { } exception && !message.Contains(Cause(exception), StringComparison.Ordinal) ? $"{message} ({Cause(exception)})" : message;
        var line = $"{clock.GetLocalNow():HH:mm:ss} {Level(logEntry.LogLevel)} {logEntry.Category}: {said}".ReplaceLineEndings(" ");
        textWriter.WriteLine(ShowsStacks && logEntry.Exception is not null ? $"{line} {logEntry.Exception}" : line);
    }

    // The innermost says what happened; those around it, where.
    private static string Cause(Exception exception) => exception.InnerException is { } inner ? Cause(inner) : exception.Message;

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "info",
        _ => "debug",
    };
}
