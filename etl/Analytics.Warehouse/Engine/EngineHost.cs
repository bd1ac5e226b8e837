using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Warehouse.Engine;

/// <summary>
/// The child process: <c>analytics engine</c>. It runs libchdb until its standard input closes, which happens with any
/// death of the parent, and then lets ClickHouse shut down cleanly.
/// </summary>
public static partial class EngineHost
{
    // The first query opens the listener, the second waits. It needs no right on files, unlike reading from the pipe would.
    private const string Queries =
        "SYSTEM START LISTEN HTTP; SELECT sleepEachRow(1) FROM system.numbers SETTINGS max_block_size = 1 FORMAT Null";

    /// <summary>Runs the engine; returns the exit code of the process.</summary>
    /// <param name="dataDirectory">The data directory; its engine's files are already written.</param>
    /// <param name="port">HTTP port on loopback.</param>
    public static int Run(string dataDirectory, int port)
    {
        var files = new EngineFiles(dataDirectory);
        foreach (var table in files.RemoveUnwrittenTables())
        {
            Console.Error.WriteLine($"The table {table} was never written, the disk was full: it is removed.");
        }

        NativeLibrary.SetDllImportResolver(typeof(EngineHost).Assembly, static (name, _, _) =>
            name == "chdb" ? NativeLibrary.Load(EngineLibrary.Find()) : 0);

        // With its handlers on, the first NullReferenceException of .NET would end the process.
        SetSignalHandlersEnabled(0);
        _ = Task.Factory.StartNew(() => StopWhenInputCloses(files, port), TaskCreationOptions.LongRunning);
        string[] arguments =
        [
            "clickhouse", "--path", files.Store, "--config-file", files.Config, "--http_port", port.ToString(CultureInfo.InvariantCulture),
            "--listen_host", "127.0.0.1", "--query", Queries,
        ];
        var result = QueryCommandLine(arguments.Length, arguments);
        var error = result == 0 ? null : Marshal.PtrToStringUTF8(ResultError(result));
        if (string.IsNullOrEmpty(error) || error.Contains("QUERY_WAS_CANCELLED", StringComparison.Ordinal))
        {
            return 0;
        }

        Console.Error.WriteLine(error);
        return 1;
    }

    private static void StopWhenInputCloses(EngineFiles files, int port)
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[16];
        while (input.Read(buffer) > 0)
        {
        }

        try
        {
            var secrets = EngineSecrets.ReadOrCreate(files.Secrets);
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/");
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{EngineSecrets.LoaderUser}:{secrets.Loader}")));
            request.Headers.ConnectionClose = true;
            request.Content = new StringContent("KILL QUERY WHERE query LIKE 'SELECT sleepEachRow(1) FROM system.numbers%' ASYNC");
            using var response = http.Send(request);
            new ManualResetEventSlim().Wait(TimeSpan.FromSeconds(15));
        }
        finally
        {
            // Not listening yet, or it did not end in time: what is committed survives this too.
            Process.GetCurrentProcess().Kill();
        }
    }

    [LibraryImport("chdb", EntryPoint = "chdb_set_signal_handlers_enabled")]
    private static partial void SetSignalHandlersEnabled(int enabled);

    [LibraryImport("chdb", EntryPoint = "chdb_query_cmdline", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint QueryCommandLine(int count, string[] arguments);

    [LibraryImport("chdb", EntryPoint = "chdb_result_error")]
    private static partial nint ResultError(nint result);
}
