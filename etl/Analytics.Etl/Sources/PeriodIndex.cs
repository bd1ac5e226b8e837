namespace Analytics.Etl.Sources;

/// <summary>Words of all dialects about the index that lets a load read its own period alone.</summary>
internal static class PeriodIndex
{
    /// <summary>A period that no mapping mentions, so that its day is found again in a plan.</summary>
    public static readonly UnitPeriod Probe = UnitPeriod.Of(new DateOnly(2037, 11, 1), UnitSize.Month);

    public static SourceFinding Served(Mapping mapping) =>
        new(FindingLevel.Ok, $"{mapping.Process.Name} is read by an index on {mapping.Process.PeriodColumn}");

    /// <param name="mapping">Mapping.</param>
    /// <param name="table">Table behind the period column, or null when it is computed.</param>
    /// <param name="column">Column of that table.</param>
    public static SourceFinding Missing(Mapping mapping, string? table, string? column) => new(
        FindingLevel.Note,
        string.IsNullOrEmpty(table) || string.IsNullOrEmpty(column)
            ? $"no index serves the period of {mapping.Process.Name}: every load reads all rows. Let {mapping.Process.Name}.sql return a plain column as {mapping.Process.PeriodColumn}, with an index on it"
            : $"no index serves the period of {mapping.Process.Name}: every load reads all rows. Ask for CREATE INDEX ON {table} ({column})");
}
