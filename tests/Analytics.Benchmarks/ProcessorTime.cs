using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>Processor time that processes and their children have used, as Linux counts it: the measure that neighbours on the machine disturb least.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of these processes, of their living children, and of children that ended.</summary>
    public static double Seconds(params int[] processes) => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, NumberStyles.None, null, out _))
        .Select(name => Fields(name!))
        .Where(fields => fields.Length > 0)
        .Sum(fields => processes.Contains(fields[0]) ? fields[2] + fields[3] : processes.Contains(fields[1]) ? fields[2] : 0) / TicksPerSecond;

    // Process, parent, own ticks, ticks of children that ended; nothing when the process ended meanwhile.
    private static int[] Fields(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            int Number(int field) => int.Parse(fields[field], CultureInfo.InvariantCulture);
            return [int.Parse(process, CultureInfo.InvariantCulture), Number(1), Number(11) + Number(12), Number(13) + Number(14)];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
