using System.ComponentModel.DataAnnotations;

namespace Analytics.Etl.Sources;

/// <summary>Limits of one table of a source (an entry of <c>Sources:{n}:Tables</c>, named after its process).</summary>
public sealed class TableOptions
{
    /// <summary>Largest share of rows in quarantine, in percent; the source's own when it is not set.</summary>
    [Range(0, 100)]
    public decimal? QuarantineThresholdPercent { get; set; }

    /// <summary>Largest share of rows that may be gone without confirmation, in percent; the source's own when it is not set.</summary>
    [Range(0, 100)]
    public decimal? SuddenDropPercent { get; set; }

    /// <summary>Hours without a comparison after which the table counts as stale; the source's own when it is not set.</summary>
    [Range(1, 8760)]
    public double? FreshnessHours { get; set; }
}
