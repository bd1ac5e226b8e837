using System.Security;

namespace Analytics.Warehouse.Engine;

/// <summary>The files of an embedded engine below the data directory.</summary>
internal sealed class EngineFiles(string dataDirectory)
{
    // Stages of loads, and new contents of small tables.
    private static readonly string[] PassingTables = ["stage_", TableReplacement.Prefix];

    public string Directory { get; } = Path.Combine(Path.GetFullPath(dataDirectory), "engine");

    /// <summary>ClickHouse's own files.</summary>
    public string Store => Path.Combine(Directory, "store");

    public string Config => Path.Combine(Directory, "config.xml");

    public string Users => Path.Combine(Directory, "users.xml");

    public string Secrets => Path.Combine(Directory, "secrets.json");

    /// <summary>Tells other commands on the same data directory where the running engine listens.</summary>
    public string Address => Path.Combine(Directory, "address.json");

    /// <summary>Held open by the process that owns the engine.</summary>
    public string Lock => Path.Combine(Directory, "owner.lock");

    /// <summary>Standard output and error of the engine's process.</summary>
    public string Log => Path.Combine(Directory, "engine.log");

    public string Backups => Path.Combine(Directory, "backups");

    public void Write(EngineOptions options, EngineSecrets secrets)
    {
        System.IO.Directory.CreateDirectory(Store);
        System.IO.Directory.CreateDirectory(Backups);
        PrivateFile.Write(Config, ConfigXml(options));
        PrivateFile.Write(Users, UsersXml(options, secrets));
    }

    /// <summary>
    /// Removes definitions that a full disk left empty of tables that live for a moment: the engine would not start with them. Whoever wanted
    /// such a table was told that it could not be made. An empty definition of another table stays, and the engine names it.
    /// </summary>
    /// <returns>The names of the tables.</returns>
    public IReadOnlyList<string> RemoveUnwrittenTables()
    {
        var definitions = Path.Combine(Store, "store");
        if (!System.IO.Directory.Exists(definitions))
        {
            return [];
        }

        var empty = System.IO.Directory.EnumerateFiles(definitions, "*.sql", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
            .Where(file => PassingTables.Any(prefix => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal)) && new FileInfo(file).Length == 0)
            .ToList();
        empty.ForEach(File.Delete);
        return empty.ConvertAll(file => Path.GetFileNameWithoutExtension(file));
    }

    private string ConfigXml(EngineOptions options) => $"""
        <clickhouse>
          <logger><level>warning</level></logger>
          <users_config>{SecurityElement.Escape(Users)}</users_config>
          <max_server_memory_usage>{options.MemoryLimitMegabytes * 1024L * 1024L}</max_server_memory_usage>
          <mark_cache_size>{64L * 1024 * 1024}</mark_cache_size>
          <uncompressed_cache_size>0</uncompressed_cache_size>
          <keep_alive_timeout>30</keep_alive_timeout>
          <shutdown_wait_unfinished>1</shutdown_wait_unfinished>
          <shutdown_wait_unfinished_queries>0</shutdown_wait_unfinished_queries>
          <backups><allowed_path>{SecurityElement.Escape(Backups)}</allowed_path></backups>
          <access_control_improvements>
            <select_from_system_db_requires_grant>true</select_from_system_db_requires_grant>
            <select_from_information_schema_requires_grant>true</select_from_information_schema_requires_grant>
          </access_control_improvements>
        </clickhouse>
        """;

    // `readonly` is 2, which forbids every write but lets a query name harmless settings: the driver sends some with each.
    // The engine runs its own first query as `default` from 127.0.0.1 and takes no password for it, so the user must be
    // open on loopback; it may only open the listener and count, and read no table of ours.
    private static string UsersXml(EngineOptions options, EngineSecrets secrets) => $"""
        <clickhouse>
          <profiles>
            <default>
              <async_insert>0</async_insert>
              <insert_deduplicate>0</insert_deduplicate>
            </default>
            <reading>
              <readonly>2</readonly>
              <max_execution_time>30</max_execution_time>
              <max_memory_usage>{options.MemoryLimitMegabytes * 1024L * 1024L / 2}</max_memory_usage>
              <constraints>
                <readonly><const/></readonly>
                <max_execution_time><const/></max_execution_time>
                <max_memory_usage><const/></max_memory_usage>
              </constraints>
            </reading>
          </profiles>
          <quotas><default/></quotas>
          <users>
            <default>
              <no_password/>
              <networks><ip>127.0.0.1</ip></networks>
              <profile>default</profile>
              <quota>default</quota>
              <grants>
                <query>GRANT SYSTEM LISTEN ON *.*</query>
                <query>GRANT SELECT ON system.numbers</query>
              </grants>
            </default>
            <{EngineSecrets.LoaderUser}>
              <password_sha256_hex>{EngineSecrets.Hash(secrets.Loader)}</password_sha256_hex>
              <networks><ip>127.0.0.1</ip></networks>
              <profile>default</profile>
              <quota>default</quota>
            </{EngineSecrets.LoaderUser}>
            <{EngineSecrets.DashboardUser}>
              <password_sha256_hex>{EngineSecrets.Hash(secrets.Dashboard)}</password_sha256_hex>
              <networks><ip>127.0.0.1</ip></networks>
              <profile>reading</profile>
              <quota>default</quota>
              <grants>
                <query>GRANT SELECT ON {WarehouseConnection.Database}.*</query>
              </grants>
            </{EngineSecrets.DashboardUser}>
          </users>
        </clickhouse>
        """;
}
