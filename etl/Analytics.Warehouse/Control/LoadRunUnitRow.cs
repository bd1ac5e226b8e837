namespace Analytics.Warehouse.Control;

/// <summary>Row of load_run_unit.</summary>
public sealed class LoadRunUnitRow
{
    public required long Run { get; init; }

    public required string Source { get; init; }

    public required string Process { get; init; }

    public required string Period { get; init; }

    public RunUnitState State { get; set; }

    /// <summary>Rows at the source.</summary>
    public long RowCount { get; set; }

    /// <summary>Rows read so far.</summary>
    public long RowsDone { get; set; }

    /// <summary>Number of the load; 0 when nothing was loaded.</summary>
    public long LoadId { get; set; }

    /// <summary>Why it failed; empty otherwise.</summary>
    public string Message { get; set; } = "";

    /// <summary>The message as code and arguments, to be told in other languages; empty when it is English text only.</summary>
    public string MessageJson { get; set; } = "";

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
