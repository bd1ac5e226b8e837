namespace Analytics.Warehouse.Targets;

/// <summary>Where a version of a plan was written down. Codes: <c>source</c>, <c>upload</c>.</summary>
public enum TargetOrigin
{
    /// <summary>In an operational database, from which it came by a verified load.</summary>
    Source = 1,

    /// <summary>In a workbook that somebody uploaded.</summary>
    Upload = 2,
}
