using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>Largest resident memory of this process since the last reset, as Linux counts it. The engine is another process.</summary>
internal static class PeakMemory
{
    public static void Reset()
    {
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    /// <summary>The peak in megabytes.</summary>
    public static double Megabytes() =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is var line
            ? double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
            : 0;
}
