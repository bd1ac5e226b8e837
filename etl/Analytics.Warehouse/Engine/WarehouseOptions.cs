using System.ComponentModel.DataAnnotations;

namespace Analytics.Warehouse.Engine;

/// <summary>Which ClickHouse holds the warehouse (section <c>Warehouse</c>).</summary>
public sealed class WarehouseOptions
{
    /// <summary>Connection string of a ClickHouse server for loading; without it the embedded engine is used.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Connection string of a user that can only read, for the dashboard; without it the loader's is used.</summary>
    public string? ReaderConnectionString { get; set; }

    /// <summary>How long ClickHouse may be silent, in seconds, before a statement counts as failed. A statement that computes long is silent, too.</summary>
    [Range(1, 86_400)]
    public int TimeoutSeconds { get; set; } = 300;
}
