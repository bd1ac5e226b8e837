namespace Analytics.Warehouse.Control;

/// <summary>State of a run.</summary>
public enum RunState
{
    /// <summary>Waits for a worker.</summary>
    Queued = 1,

    Running = 2,

    Done = 3,

    /// <summary>Came to its end, and something was not loaded.</summary>
    Failed = 4,

    /// <summary>Stopped because somebody asked for it. The units that were done stay done.</summary>
    Cancelled = 5,

    /// <summary>Its process ended before the run did.</summary>
    Interrupted = 6,
}
