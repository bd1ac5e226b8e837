using Analytics.Warehouse.Targets;

namespace Analytics.Etl.Targets.Upload;

/// <summary>A workbook with plans, and what holds for its rows that do not say it themselves.</summary>
/// <param name="FileName">Name of the file, for the ledger.</param>
/// <param name="Author">Who brings it.</param>
public sealed record UploadRequest(string FileName, string Author)
{
    public TargetStage Stage { get; init; } = TargetStage.Approved;

    /// <summary>Number of the decree; empty when the rows tell it.</summary>
    public string DecreeNumber { get; init; } = "";

    /// <summary>Day of the decree; null when the rows tell it.</summary>
    public DateOnly? DecreeDate { get; init; }

    /// <summary>Year of the plans; null when the rows tell it.</summary>
    public int? Year { get; init; }

    /// <summary>True to check the file and store nothing.</summary>
    public bool IsDryRun { get; init; }
}
