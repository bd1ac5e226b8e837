using Microsoft.Data.Sqlite;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>A SQLite file, opened for reading only, read in one transaction.</summary>
public sealed class SqliteSource(SourceOptions options, string connectionString) : ISource
{
    public string Name => options.Name;

    public SourceOptions Options => options;

    public async Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken) =>
        new SqliteSnapshot(options.Name, await OpenAsync(cancellationToken));

    public async Task<IReadOnlyList<SourceFinding>> DiagnoseAsync(IReadOnlyList<Mapping> mappings, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return SqliteDiagnosis.Run(connection, mappings);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            SqliteFunctions.Register(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN; SELECT count(*) FROM sqlite_master";
            await command.ExecuteScalarAsync(cancellationToken);
            return connection;
        }
        catch (SqliteException exception)
        {
            await connection.DisposeAsync();
            throw new SourceException(new("source.file_unreachable", options.Name, settings.DataSource, exception.Message), exception);
        }
    }
}
