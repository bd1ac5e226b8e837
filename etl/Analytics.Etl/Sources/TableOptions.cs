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

    /// <summary>
    /// A column that the mapping returns besides those of the contract: when a row was last written. Months with rows written since the
    /// last check are looked at first. It is not believed: the check of all rows follows.
    /// </summary>
    [RegularExpression("^[A-Za-z_][A-Za-z0-9_]{0,62}$", ErrorMessage = "UpdatedColumn is the plain name of a column.")]
    public string? UpdatedColumn { get; set; }

    /// <summary>Hours without a comparison after which the table counts as stale; the source's own when it is not set.</summary>
    [Range(1, 8760)]
    public double? FreshnessHours { get; set; }
}
