namespace Analytics.Warehouse.Control;

/// <summary>Where the control database is (section <c>Control</c>): a SQLite file in the data directory, or PostgreSQL when it is named.</summary>
public sealed class ControlOptions
{
    /// <summary>Name of a connection string of a PostgreSQL database in <c>ConnectionStrings</c>, or null for the SQLite file.</summary>
    public string? PostgresConnection { get; set; }
}
