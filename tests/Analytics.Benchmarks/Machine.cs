using System.Globalization;
using System.Runtime.InteropServices;

namespace Analytics.Benchmarks;

/// <summary>What the figures were measured on, and with which command.</summary>
internal static class Machine
{
    public static void Write(string[] arguments)
    {
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores, {gigabytes:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}"));
        Console.WriteLine($"dotnet run -c Release --project tests/Analytics.Benchmarks -- {string.Join(' ', arguments)}".TrimEnd('-', ' '));
    }
}
