using System.Globalization;
using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary>
/// How far a run is, on standard error: one line that is written over on a terminal, a new line every ten seconds elsewhere.
/// </summary>
internal sealed class RunProgress : IProgress<LoadRunRow>, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly long started = TimeProvider.System.GetTimestamp();
    private TimeSpan next = Every;
    private int width;

    public void Report(LoadRunRow value)
    {
        var line = Line(value);
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write("\r" + line.PadRight(width));
            width = line.Length;
            return;
        }

        if (TimeProvider.System.GetElapsedTime(started) is var elapsed && elapsed >= next)
        {
            next = elapsed + Every;
            Console.Error.WriteLine(line);
        }
    }

    /// <summary>Clears the terminal's line.</summary>
    public void Dispose()
    {
        if (width > 0)
        {
            Console.Error.Write("\r" + new string(' ', width) + "\r");
        }
    }

    /// <summary><c>12 of 84 units · 1 204 000 of 5 000 000 rows · 310 000 rows/s · 12 s left</c>.</summary>
    internal static string Line(LoadRunRow run)
    {
        if (run.UnitsTotal == 0)
        {
            return "Looking at the sources…";
        }

        var done = $"{Number(run.UnitsDone)} of {Number(run.UnitsTotal)} units · {Number(run.RowsDone)} of {Number(run.RowsTotal)} rows";
        if (run.UnitsDone == run.UnitsTotal)
        {
            return done + " · publishing";
        }

        var line = $"{done} · {Number(run.RowsPerSecond)} rows/s";
        return run.SecondsLeft is { } seconds ? $"{line} · {Left(seconds)} left" : line;
    }

    private static string Left(long seconds) => seconds switch
    {
        < 90 => $"{seconds} s",
        < 5400 => $"{(seconds + 30) / 60} min",
        _ => $"{seconds / 3600} h {seconds % 3600 / 60} min",
    };

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
