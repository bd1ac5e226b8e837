using System.Reflection;
using System.Runtime.InteropServices;

namespace Analytics.Warehouse.Engine;

/// <summary>Where the native engine (libchdb) lies. It comes from npm, <c>@chdb/lib-{platform}</c>, fetched by <c>./run</c> and <c>./test</c>.</summary>
public static class EngineLibrary
{
    /// <summary>Environment variable that names the library's file, for installations outside the source tree.</summary>
    public const string PathVariable = "ANALYTICS_ENGINE_LIBRARY";

    /// <summary>The npm name of this machine's platform, for example <c>linux-x64-gnu</c>; null where the engine is not built for it.</summary>
    public static string? Platform => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 when OperatingSystem.IsLinux() => "linux-x64-gnu",
        Architecture.Arm64 when OperatingSystem.IsLinux() => "linux-arm64-gnu",
        Architecture.X64 when OperatingSystem.IsMacOS() => "darwin-x64",
        Architecture.Arm64 when OperatingSystem.IsMacOS() => "darwin-arm64",
        _ => null,
    };

    /// <summary>Path of the library.</summary>
    /// <exception cref="EngineException">There is none; the message says what to do.</exception>
    public static string Find()
    {
        var platform = Platform ?? throw new EngineException(
            $"The embedded ClickHouse is not built for {RuntimeInformation.RuntimeIdentifier}. Connect to a ClickHouse server instead: set Warehouse:ConnectionString (docs/operations.md).");
        var file = OperatingSystem.IsMacOS() ? "libchdb.dylib" : "libchdb.so";
        string[] places =
        [
            Environment.GetEnvironmentVariable(PathVariable) ?? "",
            Path.Combine(AppContext.BaseDirectory, file),
            .. BuiltFrom().Select(folder => Path.Combine(folder, "node_modules", "@chdb", "lib-" + platform, "libchdb.so")),
        ];
        return places.FirstOrDefault(File.Exists) ?? throw new EngineException(
            $"The embedded ClickHouse for {platform} is not installed. Run ./run or ./test, which fetch it by npm, or name the file in {PathVariable}.");
    }

    private static IEnumerable<string> BuiltFrom() => typeof(EngineLibrary).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(attribute => attribute.Key == "EngineFolder" && attribute.Value is not null)
        .Select(attribute => attribute.Value!);
}
