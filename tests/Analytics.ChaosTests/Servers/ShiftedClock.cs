using System.Diagnostics;
using System.Globalization;

namespace Analytics.ChaosTests.Servers;

/// <summary>A library that lets the wall clock of one process be shifted while it runs, and the file that says by how much.</summary>
public sealed class ShiftedClock(string folder)
{
    private static readonly string[] Compilers = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/tcc"];

    private readonly string library = Path.Combine(folder, "shifted_clock.so");
    private readonly string file = Path.Combine(folder, "clock");

    /// <summary>What the process needs in its environment.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment => [new("LD_PRELOAD", library), new("ANALYTICS_CLOCK", file)];

    public void Make()
    {
        Shift(0);
        var source = Path.Combine(folder, "shifted_clock.c");
        using (var reader = new StreamReader(typeof(ShiftedClock).Assembly.GetManifestResourceStream("shifted_clock.c")!))
        {
            File.WriteAllText(source, reader.ReadToEnd());
        }

        var compiler = Compilers.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("A C compiler is missing: on Debian, apt-get install tcc, or run ./test, which does.");
        using var process = Process.Start(compiler, ["-shared", "-fPIC", "-nostdlib", "-o", library, source]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    public void Shift(int hours)
    {
        // In one step: the process reads the file at any moment.
        var next = file + ".next";
        File.WriteAllText(next, (hours * 3600).ToString(CultureInfo.InvariantCulture));
        File.Move(next, file, overwrite: true);
    }
}
