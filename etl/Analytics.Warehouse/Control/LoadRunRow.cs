namespace Analytics.Warehouse.Control;

/// <summary>Row of load_run.</summary>
public sealed class LoadRunRow
{
    public required long Number { get; init; }

    public RunKind Kind { get; init; }

    /// <summary>Only this source, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Only this process, or null.</summary>
    public string? Process { get; init; }

    /// <summary>First month, or null.</summary>
    public string? FromPeriod { get; init; }

    /// <summary>Last month, or null.</summary>
    public string? ToPeriod { get; init; }

    /// <summary>The one who asked has confirmed that many rows are gone at the source.</summary>
    public bool AcceptDrop { get; init; }

    /// <summary><c>schedule</c>, <c>terminal</c>, <c>page</c>, or a user's name.</summary>
    public string RequestedBy { get; init; } = "";

    /// <summary>The form that asked: one that is sent twice asks once.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Kind and scope while the run is open; of two open runs only one can have it.</summary>
    public string? OpenScope { get; set; }

    public RunState State { get; set; }

    public DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When the run last gave a sign of life.</summary>
    public DateTimeOffset? HeartbeatAt { get; set; }

    public long UnitsTotal { get; set; }

    /// <summary>Units that came to an end, failed ones included.</summary>
    public long UnitsDone { get; set; }

    public long UnitsFailed { get; set; }

    public long RowsTotal { get; set; }

    public long RowsDone { get; set; }

    /// <summary>Rows a second over the last seconds.</summary>
    public long RowsPerSecond { get; set; }

    /// <summary>Why the run failed, or what it found; empty otherwise.</summary>
    public string Message { get; set; } = "";

    /// <summary>The message as code and arguments, to be told in other languages; empty when it is English text only.</summary>
    public string MessageJson { get; set; } = "";

    public bool CancelRequested { get; set; }

    public bool IsOpen => State is RunState.Queued or RunState.Running;

    /// <summary>Seconds that the remaining rows will take at this rate, or null while that is not known.</summary>
    public long? SecondsLeft => State == RunState.Running && RowsPerSecond > 0 && UnitsDone < UnitsTotal ? (RowsTotal - RowsDone) / RowsPerSecond : null;
}
